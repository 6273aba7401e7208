import * as v from 'valibot'
import type { Fields } from '../http/fields.ts'

/** What the schema of an action finds wrong with a request. */
export type FieldIssue =
  /** One that must be there is absent; of several that would do, the first. */
  | { readonly kind: 'missing'; readonly field: string }
  /** Its reason ends the sentence that begins with what was given: "'abc' is no whole number". */
  | { readonly kind: 'malformed'; readonly field: string; readonly reason: string }

/**
 * The issues of the fields that an action has, in the order in which its schema names them. White space around a value
 * is passed over, and so are fields that the action does not have.
 */
export function judgeRequest(schemas: ActionSchemas, fields: Fields): readonly FieldIssue[] {
  return isFine(schemas, fields) ? noIssues : issuesOf(schemas, fields)
}

const noIssues: readonly FieldIssue[] = []

/** Nearly every request is: the fields that it has are fewer than those that there are. */
function isFine(schemas: ActionSchemas, fields: Fields): boolean {
  if (schemas.oneOf !== undefined) return false
  const { entries } = schemas.fields
  for (const [field, text] of fields) {
    const schema = Object.hasOwn(entries, field) ? entries[field] : undefined
    if (schema !== undefined && !v.is(schema, text.trim())) return false
  }
  return requiredOf(schemas).every(field => fields.has(field))
}

const required = new WeakMap<ActionSchemas, readonly string[]>()

function requiredOf(schemas: ActionSchemas): readonly string[] {
  const known = required.get(schemas)
  if (known !== undefined) return known
  const entries = Object.entries(schemas.fields.entries)
  const names = entries.filter(([, { type }]) => type !== 'optional').map(([name]) => name)
  required.set(schemas, names)
  return names
}

function issuesOf({ fields: { entries }, oneOf = [] }: ActionSchemas, fields: Fields): readonly FieldIssue[] {
  const issues: FieldIssue[] = []
  const counting = oneOf.find(field => fields.has(field))
  for (const field in entries) {
    const schema = entries[field]
    // Where one of several will do, the others are not looked at.
    if (schema === undefined || (oneOf.includes(field) && field !== counting)) continue
    const issue = issueOf(field, schema, fields.get(field))
    if (issue !== undefined) issues.push(issue)
  }
  const [first] = oneOf
  if (first !== undefined && counting === undefined) issues.push({ kind: 'missing', field: first })
  return issues
}

function issueOf(field: string, schema: v.GenericSchema, text: string | undefined): FieldIssue | undefined {
  if (text === undefined) return schema.type === 'optional' ? undefined : { kind: 'missing', field }
  const result = v.safeParse(schema, text.trim())
  return result.success ? undefined : { kind: 'malformed', field, reason: result.issues[0].message }
}

/** One action of an API: how it is asked, and what it answers if all is well. */
export interface ActionSchemas {
  readonly method: 'GET' | 'POST'
  /** Without a full stop. */
  readonly summary: string
  /** The fields that are sent, the key and the action among them: the server judges by it, and OpenAPI describes it. */
  readonly fields: FieldsSchema
  /** Fields of which one must be there; the first of them that is there counts. */
  readonly oneOf?: readonly string[]
  readonly answer: v.GenericSchema
}

/** A schema of an object, with the schema of each field by its name. */
export interface FieldsSchema extends v.GenericSchema {
  readonly entries: Readonly<Record<string, v.GenericSchema>>
}
