import * as v from 'valibot'
import { nearestName } from './nearest-name.ts'

/** What is wrong with one place of a request. */
export interface SchemaIssue {
  /** The parameter, or a JSON pointer into the body such as `#/funds`. */
  readonly place: string
  readonly detail: string
}

/**
 * What a schema found, by place; with what was given if that is a number or one of some words, since another text may be a key.
 * @param schema what was judged by, so that the nearest of its names is told
 */
export function issuesOf(
  issues: readonly v.BaseIssue<unknown>[],
  root: '' | '#',
  schema?: v.GenericSchema,
): readonly SchemaIssue[] {
  return issues.map(issue => ({ place: placeOf(issue, root), detail: sentenceOf(issue, schema) }))
}

/** Returns the names that an object has at a path, as far as the schema tells. */
function namesAt(schema: unknown, path: readonly unknown[]): readonly string[] {
  const { wrapped, entries, item } = Object(schema)
  if (wrapped !== undefined) return namesAt(wrapped, path)
  const [first, ...rest] = path
  if (path.length <= 1) return Object.keys(Object(entries))
  if (item !== undefined) return namesAt(item, rest)
  return Object.hasOwn(Object(entries), String(first)) ? namesAt(entries[String(first)], rest) : []
}

function nearestKey(issue: v.BaseIssue<unknown>, schema: v.GenericSchema | undefined): string {
  const keys = (issue.path ?? []).map(({ key }) => key)
  const near = nearestName(String(keys.at(-1)), namesAt(schema, keys))
  return near === undefined ? '' : `: did you mean '${near}'?`
}

/** A parameter's name, or a JSON pointer into the body. */
function placeOf(issue: v.BaseIssue<unknown>, root: '' | '#'): string {
  const path = v.getDotPath(issue)?.split('.') ?? []
  return root === '' ? path.join('.') : [root, ...path].join('/')
}

function sentenceOf(issue: v.BaseIssue<unknown>, schema: v.GenericSchema | undefined): string {
  const { kind, type, expected, received, message } = issue
  // A message that a schema was given says more than what was expected.
  if (!message.startsWith('Invalid ')) return message
  if (expected === 'never') return `is not known here${nearestKey(issue, schema)}`
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
