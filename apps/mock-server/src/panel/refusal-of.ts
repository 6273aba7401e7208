import type { FieldIssue } from '../apis/actions.ts'
import { type PanelError, panelErrors } from '../apis/panel/errors.ts'
import { noIdList } from '../apis/panel/id-list.ts'

/** The error for what the schema of an action found first; `undefined` where the service of an order is to judge, or nothing is wrong. */
export function refusalOf(issues: readonly FieldIssue[]): PanelError | undefined {
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
      return issue.kind === 'missing' || issue.complaint === noIdList
        ? panelErrors.incorrectRequest
        : undefined
    default:
      return undefined
  }
}
