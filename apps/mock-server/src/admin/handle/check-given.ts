import * as v from 'valibot'
import { issuesOf } from '../../schema/schema-issues.ts'

/**
 * Refuses what control over HTTP refuses, by the same schemas: a name that is misspelt would else be passed over.
 * @throws RangeError that names each place and what is wrong with it
 */
export function checkGiven(schema: v.GenericSchema, given: unknown, what: string): void {
  if (given === undefined && v.is(schema, {})) return
  const result = v.safeParse(schema, given)
  // Valibot takes a list for an object without fields.
  if (result.success && !Array.isArray(given)) return
  const issues = result.success ? [] : issuesOf(result.issues, '', schema)
  const sentences = issues.map(({ place, detail }) => (place === '' ? detail : `'${place}' ${detail}`))
  throw new RangeError(`${what}: ${sentences.join('; ') || 'must be an object'}`)
}
