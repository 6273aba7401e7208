import type { Answer } from '../http/answer.ts'
import type { Api } from '../http/api-route.ts'
import type { Fields } from '../http/read-fields.ts'
import type { Account } from '../upstream/accounts.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { add } from './add.ts'
import { jsonAnswer } from './json-answer.ts'
import { errorAnswer, messages } from './messages.ts'
import { stats } from './stats.ts'
import { submissions } from './submissions.ts'

interface Action {
  /** As the document has it; any other is answered 405. */
  readonly method: 'GET' | 'POST'
  answer(state: UpstreamState, account: Account, fields: Fields): Answer
}

const actions: ReadonlyMap<string, Action> = new Map([
  ['add', { method: 'POST', answer: add }],
  ['stats', { method: 'GET', answer: stats }],
  ['submissions', { method: 'POST', answer: submissions }],
  ['funds', { method: 'GET', answer: (_, account) => jsonAnswer({ funds: account.funds }) }],
  ['services', { method: 'GET', answer: state => ({ status: 200, text: state.catalogues.qqtube.text() }) }],
])

/** QQTube v1. The key is judged before the action, and the action before its fields. */
export function createQqtubeApi(state: UpstreamState): Api {
  return {
    upstream: 'qqtube',
    keyField: 'api_key',
    answer(method, fields) {
      const key = fields.get('api_key')
      if (key === undefined) return errorAnswer([messages.missingKey])
      const account = state.accounts.find('qqtube', key)
      if (account === undefined) return errorAnswer([messages.invalidKey])

      const actionName = fields.get('action')
      if (actionName === undefined) return errorAnswer([messages.missingAction])
      const action = actions.get(actionName)
      if (action === undefined) return errorAnswer([messages.unknownAction])
      if (action.method !== method) return errorAnswer([messages.invalidMethod], 405)
      return action.answer(state, account, fields)
    },
    refuse: (status, reason) => errorAnswer([{ id: messages.notCarriedOut.id, message: reason }], status),
  }
}
