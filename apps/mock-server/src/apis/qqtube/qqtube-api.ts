import type { Answer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import { jsonAnswer } from '../../qqtube/json-answer.ts'
import { refusalOf } from '../../qqtube/refusal-of.ts'
import type { Api } from '../../serve-api.ts'
import type { Account } from '../../simulator/accounts.ts'
import type { UpstreamState } from '../../simulator/state.ts'
import { judgeRequest } from '../actions.ts'
import { reasonsForAction, reasonsForFields, reasonsForKey } from '../reasons.ts'
import { isQqtubeAction, type QqtubeAction, qqtubeActions } from './action-schemas.ts'
import { add } from './add.ts'
import { errorAnswer, messages } from './messages.ts'
import { stats } from './stats.ts'
import { submissions } from './submissions.ts'

type Action = (state: UpstreamState, account: Account, fields: Fields) => Answer

const actions: Readonly<Record<QqtubeAction, Action>> = {
  add,
  stats,
  submissions,
  funds: (_, account) => jsonAnswer({ funds: account.funds }),
  services: state => ({ status: 200, text: state.catalogues.qqtube.text() }),
}

/** QQTube v1. The key is judged before the action, and the action before its fields. */
export function createQqtubeApi(state: UpstreamState): Api {
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
      const refusal = refusalOf(issues)
      if (refusal !== undefined) {
        const reasons = reasonsForFields(actionName, qqtubeActions[actionName], issues)
        return { ...errorAnswer([refusal]), reasons }
      }
      return actions[actionName](state, account, fields)
    },
    refuse(status, reason) {
      const message = { id: messages.notCarriedOut.id, message: reason }
      return { ...errorAnswer([message], status), reasons: [reason] }
    },
  }
}
