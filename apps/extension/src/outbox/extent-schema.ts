import * as v from 'valibot'
import type { Extent } from './extent.ts'

export const extentSchema: v.GenericSchema<unknown, Extent> = v.variant('kind', [
  v.object({ kind: v.literal('count'), total: v.pipe(v.string(), v.regex(/^\d+$/)) }),
  v.object({ kind: v.literal('package') }),
  v.object({ kind: v.literal('later') }),
])
