import * as v from 'valibot'
import { behaviourRuleSchema } from '../../simulator/behaviour-rules.ts'
import { type AdminRoute, adminRoute } from './route.ts'

const rules = v.pipe(v.array(behaviourRuleSchema), v.readonly())

export const behaviourRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/behaviours', {
    operationId: 'listBehaviours',
    summary: 'List the rules by which orders to come go, oldest first',
    answer: rules,
    run: ({ control }) => control.behaviours.list(),
  }),
  adminRoute('POST', '/behaviours', {
    operationId: 'addBehaviour',
    summary: 'Have orders to come go another way; answers with all rules',
    body: behaviourRuleSchema,
    answer: rules,
    errorStatuses: [422],
    run({ control, body }) {
      control.behaviours.add(body)
      return control.behaviours.list()
    },
  }),
  adminRoute('DELETE', '/behaviours', {
    operationId: 'clearBehaviours',
    summary: 'Drop every rule: orders to come go their usual way',
    run: ({ control }) => control.behaviours.clear(),
  }),
]
