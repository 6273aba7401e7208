import { existsSync, readFileSync } from 'node:fs'
import type { Service } from '@orderwright/core'
import {
  type AccountRecord,
  type OrderRecord,
  parseRecord,
  type RefillRecord,
  type StateRecord,
} from './state-record.ts'
import { unusable } from './unusable.ts'

/** What a state file says in the end. */
export interface KeptState {
  readonly clock: NonNullable<StateRecord['clock']> | undefined
  readonly accounts: readonly AccountRecord[]
  readonly services: ReadonlyMap<number, Service>
  /** In the order of their numbers. */
  readonly orders: readonly OrderRecord[]
  readonly refills: readonly RefillRecord[]
  readonly catalogues: NonNullable<StateRecord['catalogues']>
  readonly faults: StateRecord['faults']
  readonly lives: NonNullable<StateRecord['lives']>
}

/**
 * Reads a state file; nothing where there is none yet. A last line that a dying process left without its end was never
 * answered for, and is passed over.
 * @throws RangeError for a file that is no state file, or damaged
 */
export function readStateFile(path: string): KeptState | undefined {
  if (!existsSync(path)) return undefined
  const text = textOf(path)
  const lines = text.split('\n').slice(0, -1)
  // The first line is never left without its end: this is something else, and not to be lost.
  if (lines.length === 0 && text !== '') throw noStateFile(path, 1)
  const collector = createCollector()
  for (const [index, line] of lines.entries()) {
    const record = parseRecord(line)
    if (record === undefined || (index === 0) !== (record.format !== undefined)) {
      throw index === 0 && /^\{"format":"orderwright-mock \d+"/.test(line)
        ? otherVersion(path)
        : noStateFile(path, index + 1)
    }
    collector.add(record)
  }
  return collector.state()
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw unusable(path, 'read', error)
  }
}

function noStateFile(path: string, line: number): RangeError {
  return new RangeError(
    `${path} is no state file of orderwright-mock (line ${line}): give another, or delete it to begin anew`,
  )
}

function otherVersion(path: string): RangeError {
  return new RangeError(
    `${path} was written by another version of orderwright-mock: start that one, or give another state file`,
  )
}

function createCollector(): { add(record: StateRecord): void; state(): KeptState } {
  const accounts = new Map<string, AccountRecord>()
  const services = new Map<number, Service>()
  const orders = new Map<string, OrderRecord>()
  const refills = new Map<string, RefillRecord>()
  let clock: StateRecord['clock']
  let catalogues: KeptState['catalogues'] = {}
  let faults: StateRecord['faults']
  let lives: KeptState['lives'] = []
  return {
    add(record) {
      if (record.reset === true) {
        for (const kept of [accounts, orders, refills]) kept.clear()
        catalogues = {}
        faults = undefined
        lives = []
      }
      clock = record.clock ?? clock
      for (const [number, service] of record.services ?? []) services.set(number, service)
      for (const account of record.accounts ?? []) {
        accounts.set(account.name, { ...accounts.get(account.name), ...account })
      }
      setAll(orders, record.orders, ({ id }) => id)
      setAll(refills, record.refills, ({ id }) => id)
      catalogues = { ...catalogues, ...record.catalogues }
      faults = record.faults ?? faults
      lives = record.lives ?? lives
    },
    state: () => ({
      clock,
      catalogues,
      faults,
      lives,
      services,
      accounts: [...accounts.values()],
      orders: [...orders.values()].toSorted(byId),
      refills: [...refills.values()].toSorted(byId),
    }),
  }
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return Number(one.id) - Number(other.id)
}

function setAll<Item>(
  map: Map<string, Item>,
  items: readonly Item[] = [],
  nameOf: (item: Item) => string,
): void {
  for (const item of items) map.set(nameOf(item), item)
}
