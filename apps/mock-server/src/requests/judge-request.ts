import * as v from 'valibot'
import type { Fields } from '../http/read-fields.ts'
import type { ActionSchemas } from './action-schemas.ts'

/** What the schema of an action finds wrong with a request. */
export type FieldIssue =
  /** One that must be there is absent; of several that would do, the first. */
  | { readonly kind: 'missing'; readonly field: string }
  /** Its complaint ends the sentence that begins with what was given: "'abc' is no whole number". */
  | { readonly kind: 'malformed'; readonly field: string; readonly complaint: string }

/**
 * The issues of the fields that an action has, in the order in which its schema names them. White space around a value
 * is passed over, and so are fields that the action does not have.
 */
export function judgeRequest(
  { fields: { entries }, oneOf = [] }: ActionSchemas,
  fields: Fields,
): readonly FieldIssue[] {
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
  return result.success ? undefined : { kind: 'malformed', field, complaint: result.issues[0].message }
}
