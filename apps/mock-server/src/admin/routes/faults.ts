import * as v from 'valibot'
import type { FaultHandle } from '../../faults/active-fault.ts'
import type { FaultPlan } from '../../faults/plan.ts'
import { faultPlanSchema } from '../../faults/plan.ts'
import { allFaults, faultNames } from '../../faults/registry.ts'
import type { FaultStrategy } from '../../faults/strategy.ts'
import { nameSchema } from '../../schema/leaf-schemas.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

export interface ActiveFault {
  readonly id: string
  readonly plan: FaultPlan
  readonly remaining?: number | undefined
}

export const activeFaultSchema: v.GenericSchema<unknown, ActiveFault> = v.strictObject({
  id: nameSchema,
  plan: faultPlanSchema,
  remaining: v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.description('How many requests it will still be injected into; absent: no end.'),
    ),
  ),
})

export interface FaultKind {
  readonly name: string
  readonly does: string
  readonly takes: readonly string[]
  readonly usually: 'before' | 'after'
}

export const faultKindSchema: v.GenericSchema<FaultKind> = v.strictObject({
  name: v.picklist(faultNames),
  does: v.pipe(v.string(), v.description('What the server does, in one line.')),
  takes: v.pipe(
    v.array(v.string()),
    v.readonly(),
    v.description('The settings of a plan that mean something here.'),
  ),
  usually: v.pipe(
    v.picklist(['before', 'after']),
    v.description('When it is injected unless a plan says so.'),
  ),
})

function viewOf({ id, plan, remaining }: FaultHandle): ActiveFault {
  const count = remaining()
  return { id, plan, remaining: count === Number.MAX_SAFE_INTEGER ? undefined : count }
}

function kindOf(name: string, { does, takes = [], usually }: FaultStrategy): FaultKind {
  return { name, does, takes, usually: usually ?? 'after' }
}

export const faultRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/fault-kinds', {
    operationId: 'listFaultKinds',
    summary: 'List what can be planned',
    answer: v.pipe(v.array(faultKindSchema), v.readonly()),
    run: () => Object.entries(allFaults).map(([name, strategy]) => kindOf(name, strategy)),
  }),
  adminRoute('GET', '/faults', {
    operationId: 'listFaults',
    summary: 'List the plans that still apply or hold an answer back, oldest first',
    answer: v.pipe(v.array(activeFaultSchema), v.readonly()),
    run: ({ control }) => control.faults.list().map(viewOf),
  }),
  adminRoute('POST', '/faults', {
    operationId: 'addFault',
    summary: 'Plan a failure to come',
    body: faultPlanSchema,
    answer: activeFaultSchema,
    errorStatuses: [422],
    run: ({ control, body }) => viewOf(control.faults.add(body)),
  }),
  adminRoute('DELETE', '/faults', {
    operationId: 'clearFaults',
    summary: 'Drop every plan and let go of what is held',
    run: ({ control }) => control.faults.clear(),
  }),
  adminRoute('DELETE', '/faults/{id}', {
    operationId: 'releaseFault',
    summary: 'Drop one plan and let go of what it holds',
    params: v.strictObject({ id: nameSchema }),
    errorStatuses: [404],
    run({ control, params: { id } }) {
      const handle = control.faults.list().find(candidate => candidate.id === id)
      if (handle === undefined) throw new AdminError(404, `No fault '${id}' is to come on this server.`)
      handle.release()
      return undefined
    },
  }),
]
