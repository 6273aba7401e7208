import { type ReadonlySignal, signal } from '@preact/signals'
import { type StoredStray, straysItem } from '../storage/strays.ts'

/** The upstreams' orders that the journal does not have, by the account's id, as they become until `end`. */
export async function openStrays(
  end: AbortSignal,
): Promise<ReadonlySignal<Readonly<Record<string, readonly StoredStray[]>>>> {
  const strays = signal<Readonly<Record<string, readonly StoredStray[]>>>({})
  straysItem.watch(value => {
    strays.value = value
  }, end)
  strays.value = await straysItem.get()
  return strays
}
