import type { Problem } from '../catalogue/problems.ts'
import type { Issue } from '../rules/issue.ts'
import { type IssueMessages, issueSentence } from './describe-issue.ts'
import { problemSentence } from './describe-problem.ts'
import { messages as issueMessages } from './en.generated.ts'
import { messages as problemMessages } from './problems/en.generated.ts'

// Two catalogs, so that a bundle which describes issues alone has no sentence of a problem.
const english: IssueMessages = issueMessages

/**
 * Describes an issue in one plain English sentence with its numbers. `label` is what the screen calls the field; the default is made
 * from the path. Either is isolated if it could reorder the sentence. Code and data are enough for a translation.
 *
 * @example
 * ```ts
 * describeIssue({ code: 'below_min', path: 'quantity', min: '100' }) // 'Quantity must be at least 100.'
 * describeIssue({ code: 'required', path: 'geo_countries' }, 'Countries') // 'Countries is required.'
 * ```
 */
export function describeIssue(issue: Issue, label?: string): string {
  return issueSentence(english, issue, label)
}

/**
 * Describes a problem in one plain English sentence with the service, the place and the value, each isolated if it could reorder the
 * sentence.
 *
 * @example
 * ```ts
 * const { problems } = parseServices('panel', '[{"service":1,"type":"Default","rate":"free","min":"50","max":"10000"}]')
 * problems.map(describeProblem) // ['Service 1, rate: No price of the row is usable. Given: "free".']
 * ```
 */
export function describeProblem(problem: Problem): string {
  return problemSentence({ ...issueMessages, ...problemMessages }, problem)
}
