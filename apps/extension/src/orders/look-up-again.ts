import { dueEffects } from '@orderwright/outbox'
import { effect, type ReadonlySignal } from '@preact/signals'
import { request } from '../platform/request.ts'
import type { OrderEntry } from './history/order-entry.ts'
import { orderMessages } from './messages.ts'

/** Looks unknown orders up again while the popup is open, as soon as that can prove something. */
export function lookAgainInTime(entries: ReadonlySignal<readonly OrderEntry[]>, end: AbortSignal): void {
  const stop = effect(() => {
    const timers = entries.value.flatMap(entry => timer(entry) ?? [])
    return () => timers.forEach(clearTimeout)
  })
  end.addEventListener('abort', stop)
}

/** What is longer rings at once in a browser, again and again; a clock may have been set back. */
const longestDelayMs = 3_600_000

function timer({ record }: OrderEntry): ReturnType<typeof setTimeout> | undefined {
  const due = dueEffects(record, Date.now()).find(({ kind }) => kind === 'look_up')
  // What is due already the worker has looked up, or could not; the person may press the button.
  if (due?.kind !== 'look_up' || due.notBefore <= Date.now()) return undefined
  return setTimeout(
    () => void request(orderMessages['look-up-order'], { id: record.id }),
    Math.min(due.notBefore - Date.now(), longestDelayMs),
  )
}
