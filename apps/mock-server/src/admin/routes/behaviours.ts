import * as v from 'valibot'
import { lifeRuleSchema } from '../../simulator/behaviour-rules.ts'
import { type ControlRoute, controlRoute, noParams, nothing } from './route.ts'

const rules = v.pipe(v.array(lifeRuleSchema), v.readonly())

export const lifeRoutes: readonly ControlRoute[] = [
  controlRoute({
    method: 'GET',
    path: '/lives',
    operationId: 'listLives',
    summary: 'List the rules by which orders to come go, oldest first',
    params: noParams,
    body: nothing,
    answer: rules,
    refusals: [],
    run: ({ control }) => control.lives.list(),
  }),
  controlRoute({
    method: 'POST',
    path: '/lives',
    operationId: 'addLife',
    summary: 'Have orders to come go another way; answers with all rules',
    params: noParams,
    body: lifeRuleSchema,
    answer: rules,
    refusals: [422],
    run({ control, body }) {
      control.lives.add(body)
      return control.lives.list()
    },
  }),
  controlRoute({
    method: 'DELETE',
    path: '/lives',
    operationId: 'clearLives',
    summary: 'Drop every rule: orders to come go their usual way',
    params: noParams,
    body: nothing,
    answer: nothing,
    refusals: [],
    run: ({ control }) => control.lives.clear(),
  }),
]
