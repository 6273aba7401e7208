import * as v from 'valibot'
import { durationSchema, nameSchema } from '../../schema/leaf-schemas.ts'
import type { MockControl } from '../handle/mock-control.ts'
import type { RefillView } from '../handle/refills.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

export const refillSchema: v.GenericSchema<RefillView> = v.strictObject({
  id: nameSchema,
  orderId: nameSchema,
  status: v.pipe(
    v.string(),
    v.description('The word that was set, or `pending`, `in_progress` or `completed`.'),
  ),
  durationMs: durationSchema,
})

function existing(control: MockControl, id: string): RefillView {
  const refill = control.refills.list().find(candidate => candidate.id === id)
  if (refill === undefined) throw new AdminError(404, `There is no refill '${id}' on this server.`)
  return refill
}

export const refillRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/refills', {
    operationId: 'listRefills',
    summary: 'List the refills, oldest first',
    answer: v.pipe(v.array(refillSchema), v.readonly()),
    run: ({ control }) => control.refills.list(),
  }),
  adminRoute('PUT', '/refills/{id}/status', {
    operationId: 'setRefillStatus',
    summary: 'Set what the status of a refill answers, until another is set',
    params: v.strictObject({ id: nameSchema }),
    body: v.strictObject({ status: v.pipe(nameSchema, v.examples(['Rejected'])) }),
    answer: refillSchema,
    errorStatuses: [404],
    run({ control, params: { id }, body: { status } }) {
      existing(control, id)
      control.refills.setStatus(id, status)
      return existing(control, id)
    },
  }),
]
