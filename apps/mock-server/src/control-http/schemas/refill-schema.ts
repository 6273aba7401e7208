import * as v from 'valibot'
import type { RefillView } from '../../admin/handle/refills.ts'
import { durationSchema, nameSchema } from '../../schema/leaf-schemas.ts'

export const refillSchema: v.GenericSchema<RefillView> = v.strictObject({
  id: nameSchema,
  orderId: nameSchema,
  status: v.pipe(
    v.string(),
    v.description('The word that was set, or `pending`, `in_progress` or `completed`.'),
  ),
  durationMs: durationSchema,
})
