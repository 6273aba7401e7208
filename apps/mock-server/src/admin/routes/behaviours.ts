import * as v from 'valibot'
import { behaviourRuleSchema } from '../../simulator/behaviour-rules.ts'
import { type AdminRoute, adminRoute, noParams, nothing } from './route.ts'

const rules = v.pipe(v.array(behaviourRuleSchema), v.readonly())

export const behaviourRoutes: readonly AdminRoute[] = [
  adminRoute({
    method: 'GET',
    path: '/behaviours',
    operationId: 'listBehaviours',
    summary: 'List the rules by which orders to come go, oldest first',
    params: noParams,
    body: nothing,
    answer: rules,
    refusals: [],
    run: ({ control }) => control.behaviours.list(),
  }),
  adminRoute({
    method: 'POST',
    path: '/behaviours',
    operationId: 'addBehaviour',
    summary: 'Have orders to come go another way; answers with all rules',
    params: noParams,
    body: behaviourRuleSchema,
    answer: rules,
    refusals: [422],
    run({ control, body }) {
      control.behaviours.add(body)
      return control.behaviours.list()
    },
  }),
  adminRoute({
    method: 'DELETE',
    path: '/behaviours',
    operationId: 'clearBehaviours',
    summary: 'Drop every rule: orders to come go their usual way',
    params: noParams,
    body: nothing,
    answer: nothing,
    refusals: [],
    run: ({ control }) => control.behaviours.clear(),
  }),
]
