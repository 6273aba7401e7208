import { type ParsedServices, parseServices, type UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { own } from './own-error.ts'
import { isRecord } from './wire.ts'

/** Under what name a list stands in an object, besides its own. */
const wrappers = ['data', 'result', 'items', 'list'] as const

/**
 * Returns the rows of a list, however a server writes one: as a list, as an object whose numbering has gaps, or either of
 * them inside an object, under `name` or a usual one. What is no list is given back as it is.
 */
export function readRows(value: unknown, name: string, depth = 0): unknown {
  if (!isRecord(value) || depth > 3) return value
  for (const wrapper of [name, ...wrappers]) {
    const inner = own(value, wrapper)
    if (Array.isArray(inner) || isRecord(inner)) return readRows(inner, name, depth + 1)
  }
  const numbered = Object.entries(value).filter(([key]) => /^\d+$/.test(key))
  if (numbered.length > 0) return numbered.map(([, row]) => row)
  // Inside such a wrapper nothing at all is an empty list; by itself it may be anything.
  return depth > 0 && Object.keys(value).length === 0 ? [] : value
}

/** Returns a catalogue as the core reads it. Its rows may be defective, but it is a list of them. */
export function catalogue(kind: UpstreamKind): v.GenericSchema<unknown, ParsedServices> {
  return v.pipe(
    v.unknown(),
    v.transform(value => parseServices(kind, readRows(value, 'services'))),
    v.check(({ problems }) => problems.every(({ code }) => code !== 'not_a_catalogue')),
  )
}
