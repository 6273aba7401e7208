import { messages as texts } from './texts/en.generated.ts'
import '../order-details.css'
import type { JSX } from 'preact'
import type { OrderEntry } from '../history/order-entry.ts'
import { orderDetails } from '../order-details.ts'

/** Shows what the upstream said last, in its own words, for those who want to know more. */
export function OrderDetails({ entry }: { readonly entry: OrderEntry }): JSX.Element | null {
  const details = orderDetails(entry)
  if (details.length === 0) return null
  return (
    <details class="order-details">
      <summary>{texts.details()}</summary>
      <dl>
        {details.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
