import * as v from 'valibot'
import type { HttpProblem } from '../http/problem.ts'

/** RFC 9457, with what is wrong with single places of the request. */
export const problemSchema: v.GenericSchema<HttpProblem & { readonly type: string }> = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.pipe(v.string(), v.description('One sentence that says what to do.')),
  errors: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          place: v.pipe(v.string(), v.description('A parameter, or a JSON pointer into the body.')),
          detail: v.string(),
        }),
      ),
      v.readonly(),
    ),
  ),
})
