import type { Answer } from '../../http/answer.ts'
import type { Fields } from '../../http/fields.ts'
import type { PanelAction } from '../../matching/action-names.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { type FieldIssue, judgeRequest } from '../actions.ts'
import type { Api } from '../api.ts'
import { reasonsForAction, reasonsForFields, reasonsForKey } from '../reasons.ts'
import { isPanelAction, panelActions } from './action-schemas.ts'
import { add } from './add.ts'
import { cancel } from './cancel.ts'
import { errorAnswer, type PanelDialect } from './dialects.ts'
import { type PanelError, panelErrors } from './errors.ts'
import { noIdList } from './id-list.ts'
import { answered, type PanelCall, type PanelResult } from './panel-call.ts'
import { refill, refillStatus } from './refill.ts'
import { status } from './status.ts'

const actions: Readonly<Record<PanelAction, (call: PanelCall) => PanelResult>> = {
  services: call => ({ answer: { status: 200, text: call.state.catalogues.panel.text() } }),
  add,
  status,
  refill,
  refill_status: refillStatus,
  cancel,
  balance: ({ account }) => answered({ balance: account.funds, currency: account.currency }),
}

/** A cancel of one `order` is asked for by some clients, and taken. */
function judgedFields(action: PanelAction, fields: Fields): Fields {
  const order = fields.get('order')
  return action === 'cancel' && order !== undefined && !fields.has('orders')
    ? new Map([...fields, ['orders', order]])
    : fields
}

/**
 * Panel v2. Every action is a POST. Errors come with the status of the dialect, unless `hasErrorStatuses`.
 */
export function createPanelApi(
  state: SimulatorState,
  hasErrorStatuses: boolean,
  dialect: () => PanelDialect,
): Api {
  const perform = (method: string, fields: Fields): PanelResult => {
    if (method !== 'POST') {
      return {
        error: panelErrors.invalidMethod,
        reasons: [`a panel takes POST alone, and this was ${method}`],
      }
    }
    const key = fields.get('key')
    const account = state.accounts.find('panel', key ?? '')
    if (account === undefined)
      return { error: panelErrors.invalidKey, reasons: reasonsForKey(state, 'qqtube', key) }
    const action = fields.get('action') ?? ''
    if (!isPanelAction(action)) {
      return { error: panelErrors.incorrectRequest, reasons: reasonsForAction(fields, panelActions) }
    }
    const issues = judgeRequest(panelActions[action], judgedFields(action, fields))
    const error = rejectionOf(issues)
    if (error !== undefined) return { error, reasons: reasonsForFields(action, panelActions[action], issues) }
    return actions[action]({ state, account, fields, now: runDueEvents(state) })
  }
  return {
    upstream: 'panel',
    keyField: 'key',
    answer(method, fields): Answer {
      const result = perform(method, fields)
      return 'error' in result
        ? errorAnswer(result.error, dialect(), hasErrorStatuses, result.reasons)
        : result.answer
    },
    refuse: (status, reason) =>
      errorAnswer({ ...panelErrors.incorrectRequest, status }, dialect(), hasErrorStatuses || status >= 500, [
        reason,
      ]),
  }
}

/** The error for what the schema of an action found first; `undefined` if the service of an order is to judge, or nothing is wrong. */
function rejectionOf(issues: readonly FieldIssue[]): PanelError | undefined {
  for (const issue of issues) {
    const error = errorFor(issue)
    if (error !== undefined) return error
  }
  return undefined
}

function errorFor(issue: FieldIssue): PanelError | undefined {
  switch (issue.field) {
    case 'service':
      return panelErrors.incorrectService
    case 'order':
      return issue.kind === 'missing' ? panelErrors.incorrectRequest : panelErrors.incorrectOrder
    case 'refill':
      return issue.kind === 'missing' ? panelErrors.incorrectRequest : panelErrors.refillNotFound
    case 'orders':
    case 'refills':
      return issue.kind === 'missing' || issue.reason === noIdList ? panelErrors.incorrectRequest : undefined
    default:
      return undefined
  }
}
