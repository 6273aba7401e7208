import type { OrderRecord } from '@orderwright/outbox'
import { type ReadonlySignal, signal } from '@preact/signals'
import { oneAtATime } from '../storage/one-at-a-time.ts'
import { allOrders, watchOrders } from '../storage/orders.ts'

/** All orders of the journal, as they are and as they become until the signal aborts. */
export async function watchRecords(end: AbortSignal): Promise<ReadonlySignal<readonly OrderRecord[]>> {
  const records = signal<readonly OrderRecord[]>([])
  const read = async (): Promise<void> => {
    records.value = (await allOrders()).map(({ record }) => record)
  }
  watchOrders(oneAtATime(read), end)
  await read()
  return records
}
