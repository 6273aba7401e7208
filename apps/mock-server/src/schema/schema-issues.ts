import * as v from 'valibot'
import { nearestName } from './nearest-name.ts'

/** What is wrong with one place of a request. */
export interface SchemaIssue {
  /** The parameter, or a JSON pointer into the body such as `#/funds`. */
  readonly place: string
  readonly detail: string
}

/** What a schema found, by place; with what was given where that is a number or one of some words, since another text may be a key. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[], root: '' | '#'): readonly SchemaIssue[] {
  return issues.map(issue => ({ place: placeOf(issue, root), detail: sentenceOf(issue) }))
}

/** A parameter's name, or a JSON pointer into the body. */
function placeOf(issue: v.BaseIssue<unknown>, root: '' | '#'): string {
  const path = v.getDotPath(issue)?.split('.') ?? []
  return root === '' ? path.join('.') : [root, ...path].join('/')
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const { kind, type, expected, received, message } = issue
  // A message that a schema was given says more than what was expected.
  if (!message.startsWith('Invalid ')) return message
  if (expected === 'never') return 'is not known here'
  if (received === 'undefined') return 'is required'
  if (type === 'min_length') return 'must not be blank'
  return `must be ${wantedOf(kind, type, expected)}${given(issue)}`
}

function wantedOf(kind: string, type: string, expected: string | null): string {
  if (type === 'integer') return 'a whole number'
  return kind === 'schema' ? `${expected}` : (expected ?? 'something else')
}

/** A text that is so long was not meant for one of some words. */
const longestWord = 60

function given({ type, input, expected }: v.BaseIssue<unknown>): string {
  if (typeof input === 'number') return `, was given ${input}`
  if (type !== 'picklist' || typeof input !== 'string' || input.length > longestWord) return ''
  const words = (expected ?? '').match(/[^"|() ]+/g) ?? []
  const near = nearestName(input, words)
  return `, was given '${input}'${near === undefined ? '' : `: did you mean '${near}'?`}`
}
