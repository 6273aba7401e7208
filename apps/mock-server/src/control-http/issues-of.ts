import * as v from 'valibot'
import type { ControlIssue } from './control-error.ts'

/** What a schema found, by place, without the values: one of them may be a key. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[], root: '' | '#'): readonly ControlIssue[] {
  return issues.map(issue => ({ place: placeOf(issue, root), detail: sentenceOf(issue) }))
}

/** A parameter's name, or a JSON pointer into the body. */
function placeOf(issue: v.BaseIssue<unknown>, root: '' | '#'): string {
  const path = v.getDotPath(issue)?.split('.') ?? []
  return root === '' ? path.join('.') : [root, ...path].join('/')
}

function sentenceOf({ kind, type, expected, received, message }: v.BaseIssue<unknown>): string {
  // A message that a schema was given says more than what was expected.
  if (!message.startsWith('Invalid ')) return message
  if (expected === 'never') return 'is not known here'
  if (received === 'undefined') return 'is required'
  if (type === 'integer') return 'must be a whole number'
  if (type === 'min_length') return 'must not be blank'
  return kind === 'schema' ? `must be ${expected}` : `must be ${expected ?? 'something else'}`
}
