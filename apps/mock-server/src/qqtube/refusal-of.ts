import type { FieldIssue } from '../apis/actions.ts'
import { type Message, messages } from '../apis/qqtube/messages.ts'

/** The message for what the schema of an action found first; `undefined` where the service of an order is to judge, or nothing is wrong. */
export function refusalOf(issues: readonly FieldIssue[]): Message | undefined {
  for (const issue of issues) {
    if (issue.field === 'limit') return messages.invalidLimit
    if (issue.field === 'id_service_submission') {
      return issue.kind === 'missing' ? messages.missingSubmission : messages.unknownSubmission
    }
  }
  return undefined
}
