import { type ParsedServices, parseServices, type UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { readRows } from '../transport/rows.ts'

/** A catalogue as the core reads it. Its rows may be defective, but it is a list of them. */
export function catalogue(kind: UpstreamKind): v.GenericSchema<unknown, ParsedServices> {
  return v.pipe(
    v.unknown(),
    v.transform(value => parseServices(kind, readRows(value, 'services'))),
    v.check(({ problems }) => problems.every(({ code }) => code !== 'not_a_catalogue')),
  )
}
