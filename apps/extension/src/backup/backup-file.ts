import { isolate } from '@orderwright/core'
import * as v from 'valibot'
import type { OrderEntry } from '../orders/history/order-entry.ts'
import { orderEntrySchema } from '../orders/history/order-entry-schema.ts'
import { misshapenAt } from './misshapen.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Raised when a file of this version could no longer be read by an earlier one. */
export const backupVersion = 1

/** Everything but keys, and but what is this browser's own; see `portable-items.ts`. */
export interface Backup {
  readonly format: 'orderwright'
  readonly version: number
  /** ISO 8601. */
  readonly exportedAt: string
  /** Stored values with their versions, by their names. */
  readonly items: Readonly<Record<string, unknown>>
  readonly orders: readonly OrderEntry[]
}

export type ParsedBackup =
  | { readonly ok: true; readonly backup: Backup }
  /** One sentence that says what is wrong with the file. */
  | { readonly ok: false; readonly sentence: string }

/** In characters. A file of 5,000 short orders has 3.9 million, and Chromium takes messages of up to 64 MiB. */
export const backupLimit = 32_000_000

/** More than anybody has: 20 drafts are kept. */
const itemLimit = 1000

export const backupSchema: v.GenericSchema<unknown, Backup> = v.object({
  format: v.literal('orderwright'),
  version: v.literal(backupVersion),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  items: v.pipe(v.record(v.string(), v.unknown()), v.maxEntries(itemLimit)),
  orders: v.array(orderEntrySchema),
})

const anyVersion = v.object({ format: v.literal('orderwright'), version: v.number() })

export function parseBackup(text: string): ParsedBackup {
  if (text.length > backupLimit) return no(texts.tooLarge())
  const value = parsedJson(text)
  const known = v.safeParse(anyVersion, value)
  if (!known.success) return no(texts.foreign())
  if (known.output.version > backupVersion) return no(texts.newer())
  const misshapen = misshapenAt(value)
  if (misshapen !== undefined) return no(damagedAt(misshapen))
  const parsed = v.safeParse(backupSchema, value, { abortEarly: true })
  if (parsed.success) return { ok: true, backup: parsed.output }
  return no(damagedAt(v.getDotPath(parsed.issues[0]) ?? texts.whole()))
}

/** Says which field it is; a name of the file's own making may be long. */
export function damagedAt(path: string): string {
  const shown = path.length > 100 ? `${path.slice(0, 100)}…` : path
  return texts.damaged({ place: isolate(shown) })
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function no(sentence: string): ParsedBackup {
  return { ok: false, sentence }
}
