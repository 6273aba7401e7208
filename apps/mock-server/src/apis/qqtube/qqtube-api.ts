import { type Answer, jsonAnswer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import type { QqtubeAction } from '../../matching/action-names.ts'
import type { Account } from '../../simulator/accounts.ts'
import type { SimulatorState } from '../../simulator/state.ts'
import { type FieldIssue, judgeRequest } from '../actions.ts'
import type { Api } from '../api.ts'
import { reasonsForAction, reasonsForFields, reasonsForKey } from '../reasons.ts'
import { isQqtubeAction, qqtubeActions } from './action-schemas.ts'
import { add } from './add.ts'
import { errorAnswer, type Message, messages } from './messages.ts'
import { stats } from './stats.ts'
import { submissions } from './submissions.ts'

type Action = (state: SimulatorState, account: Account, fields: Fields) => Answer

const actions: Readonly<Record<QqtubeAction, Action>> = {
  add,
  stats,
  submissions,
  funds: (_, account) => jsonAnswer({ funds: account.funds }),
  services: state => ({ status: 200, text: state.catalogues.qqtube.text() }),
}

/** QQTube v1. The key is judged before the action, and the action before its fields. */
export function createQqtubeApi(state: SimulatorState): Api {
  return {
    upstream: 'qqtube',
    keyField: 'api_key',
    answer(method, fields) {
      const key = fields.get('api_key')
      if (key === undefined) {
        return { ...errorAnswer([messages.missingKey]), reasons: reasonsForKey(state, 'panel', key) }
      }
      const account = state.accounts.find('qqtube', key)
      if (account === undefined) {
        return { ...errorAnswer([messages.invalidKey]), reasons: reasonsForKey(state, 'panel', key) }
      }

      const actionName = fields.get('action')
      if (actionName === undefined) {
        return { ...errorAnswer([messages.missingAction]), reasons: reasonsForAction(fields, qqtubeActions) }
      }
      if (!isQqtubeAction(actionName)) return errorAnswer([messages.unknownAction])
      const wanted = qqtubeActions[actionName].method
      if (wanted !== method) {
        const reasons = [`'${actionName}' takes ${wanted}, and this was ${method}`]
        return { ...errorAnswer([messages.invalidMethod], 405), reasons }
      }
      const issues = judgeRequest(qqtubeActions[actionName], fields)
      const rejection = rejectionOf(issues)
      if (rejection !== undefined) {
        const reasons = reasonsForFields(actionName, qqtubeActions[actionName], issues)
        return { ...errorAnswer([rejection]), reasons }
      }
      return actions[actionName](state, account, fields)
    },
    refuse(status, reason) {
      const message = { id: messages.notCarriedOut.id, message: reason }
      return { ...errorAnswer([message], status), reasons: [reason] }
    },
  }
}

/** The message for what the schema of an action found first; `undefined` if the service of an order is to judge, or nothing is wrong. */
function rejectionOf(issues: readonly FieldIssue[]): Message | undefined {
  for (const issue of issues) {
    if (issue.field === 'limit') return messages.invalidLimit
    if (issue.field === 'id_service_submission') {
      return issue.kind === 'missing' ? messages.missingSubmission : messages.unknownSubmission
    }
  }
  return undefined
}
