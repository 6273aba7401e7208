import * as v from 'valibot'
import { type OwnAnswer, ownAnswerSchema } from '../../answers/own-answer.ts'
import type { AnswerHandle } from '../../answers/own-answers.ts'
import { type PanelDialect, panelDialectNames, panelDialects } from '../../apis/panel/dialects.ts'
import { nameSchema } from '../../schema/leaf-schemas.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

export interface ActiveAnswer {
  readonly id: string
  /** Absent for one by a function. */
  readonly answer?: OwnAnswer | undefined
  readonly remaining?: number | undefined
}

/** An answer that still has requests to come. */
export const activeAnswerSchema: v.GenericSchema<unknown, ActiveAnswer> = v.strictObject({
  id: nameSchema,
  answer: v.optional(ownAnswerSchema),
  remaining: v.optional(
    v.pipe(v.number(), v.integer(), v.description('For how many requests it still is; absent: no end.')),
  ),
})

function viewOf({ id, answer, remaining }: AnswerHandle): ActiveAnswer {
  const count = remaining()
  return {
    id,
    answer: 'respond' in answer ? undefined : answer,
    remaining: count === Number.MAX_SAFE_INTEGER ? undefined : count,
  }
}

const dialect: v.GenericSchema<{ readonly dialect: PanelDialect }> = v.strictObject({
  dialect: v.pipe(
    v.picklist(panelDialectNames),
    v.description(panelDialectNames.map(name => `\`${name}\`: ${panelDialects[name].does}.`).join(' ')),
  ),
})

export const answerRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/answers', {
    operationId: 'listAnswers',
    summary: 'List the answers of your own that still have requests to come, oldest first',
    answer: v.pipe(v.array(activeAnswerSchema), v.readonly()),
    run: ({ control }) => control.answers.list().map(viewOf),
  }),
  adminRoute('POST', '/answers', {
    operationId: 'addAnswer',
    summary: 'Answer the requests that match in place of the API',
    body: ownAnswerSchema,
    answer: activeAnswerSchema,
    errorStatuses: [422],
    run: ({ control, body }) => viewOf(control.answers.add(body)),
  }),
  adminRoute('DELETE', '/answers', {
    operationId: 'clearAnswers',
    summary: 'Drop every answer of your own: the API answers again',
    run: ({ control }) => control.answers.clear(),
  }),
  adminRoute('DELETE', '/answers/{id}', {
    operationId: 'removeAnswer',
    summary: 'Drop one answer of your own',
    params: v.strictObject({ id: nameSchema }),
    errorStatuses: [404],
    run({ control, params: { id } }) {
      const handle = control.answers.list().find(candidate => candidate.id === id)
      if (handle === undefined) throw new AdminError(404, `No answer '${id}' is to come on this server.`)
      handle.remove()
      return undefined
    },
  }),
  adminRoute('GET', '/dialect', {
    operationId: 'getDialect',
    summary: 'Say in which dialect the panel words its errors',
    answer: dialect,
    run: ({ control }) => ({ dialect: control.answers.dialect() }),
  }),
  adminRoute('PUT', '/dialect', {
    operationId: 'useDialect',
    summary: 'Have the panel word its errors in another dialect, until a reset',
    body: dialect,
    answer: dialect,
    run({ control, body }) {
      control.answers.useDialect(body.dialect)
      return { dialect: control.answers.dialect() }
    },
  }),
]
