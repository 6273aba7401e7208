import '../ui/tokens.css'
import '../ui/base.css'
import { parseServices, type Service } from '@orderwright/core'
import { signal } from '@preact/signals'
import { type JSX, render } from 'preact'
import { searchIndex } from '../catalogue/search-services.ts'
import { createPicker } from './picker-model.ts'
import { ServicePicker } from './service-picker.tsx'

const { services } = parseServices(
  'qqtube',
  Array.from({ length: 10000 }, (_, n) => ({
    id_service: `${n}`,
    public_name: `Sample service ${n}`,
    type_name: ['Views', 'Likes'][n % 2],
    amount_minimum: '1',
    amount_increment: '1',
    prices: [{ minimum: '1', maximum: '100000', pricing_per: '1000', price: `${n % 17}.5` }],
    params: [],
  })),
)
const index = signal(searchIndex(services))
const selected = signal<Service | undefined>(undefined)
const picker = createPicker({
  index,
  selected,
  onChoose: s => {
    selected.value = s
  },
})

function App(): JSX.Element {
  return (
    <div style={{ padding: '16px', width: '380px', height: '600px' }}>
      <ServicePicker
        picker={picker}
        selected={selected.value}
        currency="USD"
        hint=""
        issue={undefined}
        onLeave={() => undefined}
      />
      <p id="sel">{selected.value?.name}</p>
    </div>
  )
}
const root = document.querySelector('#app')
if (root !== null) render(<App />, root)
