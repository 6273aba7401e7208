import type { Capabilities } from '@orderwright/client'
import type { ServiceFlags } from '@orderwright/core'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { formatCount } from '../../format/money.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderEntry } from '../history/order-entry.ts'
import { orderMessages } from '../messages.ts'
import { availableActions } from './available-actions.ts'
import { messages as texts } from './texts/en.generated.ts'

interface RefillAllProps {
  readonly accountId: string
  readonly entries: readonly OrderEntry[]
  /** What each service of the account allows, by its id. */
  readonly flags: ReadonlyMap<string, ServiceFlags>
  /** What the upstream can do; absent until its catalogue was read. */
  readonly capabilities: Capabilities | undefined
}

/** Asks for the refills of all orders that may have one. Shows nothing for fewer than two. */
export function RefillAll(props: RefillAllProps): JSX.Element | null {
  const { accountId, entries, flags, capabilities } = props
  const isBusy = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const ids = entries
    .filter(entry => availableActions(entry, flags.get(entry.record.order.serviceId), capabilities).refill)
    .map(({ record }) => record.id)
  if (ids.length < 2) return null
  const shown = formatCount(`${ids.length}`)
  const wish = async (): Promise<void> => {
    isBusy.value = true
    const answer = await request(orderMessages['refill-orders'], { accountId, ids }, texts.interrupted())
    problem.value = answer.ok ? undefined : answer.sentence
    isBusy.value = false
  }
  return (
    <section class="refill-all" aria-label={texts.refills.label()}>
      <span role="status">{problem.value ?? texts.refills.count({ count: ids.length, shown })}</span>
      <Button variant="quiet" isBusy={isBusy.value} onClick={() => void wish()}>
        {texts.refills.askAll({ shown })}
      </Button>
    </section>
  )
}
