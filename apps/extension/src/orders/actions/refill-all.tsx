import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { ask } from '../../messages.ts'
import type { PopupModel } from '../../screens/popup-model.ts'
import { Button } from '../../ui/button.tsx'
import { followUpOffers } from './available-actions.ts'

interface RefillAllProps {
  readonly model: PopupModel
  readonly accountId: string
}

/** Asks for the refills of all orders that may have one; nothing where that is one order or none. */
export function RefillAll({ model, accountId }: RefillAllProps): JSX.Element | null {
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const { flags, capabilities } = model.data
  const ids = model.orders.entries.value
    .filter(
      entry =>
        followUpOffers(entry, flags.value.get(entry.record.order.serviceId), capabilities.value).refill,
    )
    .map(({ record }) => record.id)
  if (ids.length < 2) return null
  const wish = async (): Promise<void> => {
    isBusy.value = true
    const answer = await ask({ type: 'refill-orders', accountId, ids }).catch(() => lost)
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  return (
    <section class="refill-all" aria-label="Refills">
      <span role="status">{problem.value ?? `${ids.length} orders can be refilled.`}</span>
      <Button variant="quiet" isBusy={isBusy.value} onClick={() => void wish()}>
        {`Ask for all ${ids.length} refills`}
      </Button>
    </section>
  )
}

const lost = {
  ok: false,
  sentence: 'The browser ended the extension’s worker. Refresh; asking again is safe.',
} as const
