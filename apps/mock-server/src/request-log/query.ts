import type { StruckBy } from '../faults/injection.ts'
import { holdsKey } from './key-field.ts'
import type { JournalEntry } from './request-log.ts'

/** Picks entries: each part that is given must be equal. */
export type JournalQuery = {
  /** Whether an entry has hints. */
  readonly hasHints?: boolean | undefined
  /** The name of a fault that struck it, alone or among others. */
  readonly fault?: StruckBy['name'] | undefined
  /** What was sent, among other fields: such as `{ quantity: '1000' }`. */
  readonly fields?: Readonly<Record<string, string | number>> | undefined
  /** The order that it placed. */
  readonly orderId?: string | number | undefined
} & { readonly [Field in OwnPart]?: JournalEntry[Field] | undefined }

type OwnPart = (typeof ownParts)[number]

const ownParts = ['method', 'path', 'upstream', 'action', 'account'] as const

/** One part of a query: what it asks for, and what an entry has. */
export interface QueryPart {
  /** Such as `action` or `fields.quantity`. */
  readonly name: string
  readonly wanted: unknown
  of(entry: JournalEntry): unknown
  isMet(entry: JournalEntry): boolean
}

/** @throws RangeError for a field that holds a key: an error would show it */
export function partsOf({
  hasHints,
  fault,
  fields = {},
  orderId,
  ...own
}: JournalQuery): readonly QueryPart[] {
  const parts: QueryPart[] = []
  const add = (name: string, wanted: unknown, of: QueryPart['of'], isMet?: QueryPart['isMet']): void => {
    if (wanted !== undefined)
      parts.push({ name, wanted, of, isMet: isMet ?? (entry => of(entry) === wanted) })
  }
  for (const name of ownParts) add(name, own[name], entry => entry[name])
  for (const [name, text] of Object.entries(fields)) {
    if (holdsKey(name)) {
      throw new RangeError(
        `The journal keeps no keys: ask for the account by its name, not for fields.${name}`,
      )
    }
    add(`fields.${name}`, String(text), entry =>
      Object.hasOwn(entry.fields, name) ? entry.fields[name] : undefined,
    )
  }
  add('orderId', orderId === undefined ? undefined : String(orderId), entry => entry.orderId)
  const namesOf = ({ faults }: JournalEntry): readonly string[] => faults.map(({ name }) => name)
  add(
    'fault',
    fault,
    entry => namesOf(entry).join(' and ') || undefined,
    entry => namesOf(entry).includes(fault ?? ''),
  )
  add('hasHints', hasHints, ({ hints }) => hints.length > 0)
  return parts
}

export function matcherOf(query: JournalQuery): (entry: JournalEntry) => boolean {
  const parts = partsOf(query)
  return entry => parts.every(({ isMet }) => isMet(entry))
}
