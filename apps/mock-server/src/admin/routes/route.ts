import * as v from 'valibot'
import type { SchemaIssue } from '../../schema/schema-issues.ts'
import { issuesOf } from '../../schema/schema-issues.ts'
import type { MockControl } from '../handle/mock-control.ts'

export type ControlMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Anything that turns an unknown into a value, or into issues. */
type Schema<Value> = v.GenericSchema<unknown, Value>

interface RouteFacts {
  readonly method: ControlMethod
  /** Below `/__mock`, a parameter in braces. */
  readonly path: string
  /** Unique; what generated clients call it. */
  readonly operationId: string
  /** What it does, without a full stop. */
  readonly summary: string
  /** The statuses of its problems, beside 400 for what does not fit its schemas. */
  readonly refusals: readonly number[]
}

interface RouteDescription<Params, Body, Answer> extends RouteFacts {
  /** The fields of the path and the query, which are texts. */
  readonly params: Schema<Params>
  readonly body: Schema<Body>
  /** Of what it answers with 200, or {@link nothing} where it answers 204. */
  readonly answer: Schema<Answer>
  run(call: RouteCall<Params, Body>): Answer | Promise<Answer>
}

/** What a route is given of a request that fits its schemas. */
interface RouteCall<Params, Body> {
  readonly control: MockControl
  readonly params: Params
  readonly body: Body
  /** Aborted once the client has gone. */
  readonly signal: AbortSignal
}

/** One thing that can be asked of a server, with the schemas that judge and document it. */
export interface AdminRoute extends RouteFacts {
  readonly params: v.GenericSchema
  readonly body: v.GenericSchema
  readonly answer: v.GenericSchema
  /** @throws AdminError for what does not fit the schemas or cannot be done */
  perform(given: RouteCall<Readonly<Record<string, unknown>>, unknown>): Promise<unknown>
}

export const noParams: Schema<Readonly<Record<never, never>>> = v.strictObject({})

/** Of a body that is not read, or an answer that is empty. */
export const nothing: Schema<undefined> = v.undefined()

/** A body that is handed on as it came, whatever it is. */
export const anyText: Schema<string> = v.string()

export function adminRoute<Params, Body, Answer>(
  description: RouteDescription<Params, Body, Answer>,
): AdminRoute {
  return {
    ...description,
    async perform({ control, params, body, signal }) {
      const readParams = v.safeParse(description.params, params)
      const readBody = v.safeParse(description.body, body)
      if (readParams.success && readBody.success) {
        return description.run({ control, params: readParams.output, body: readBody.output, signal })
      }
      throw new AdminError(400, 'The request does not fit: see errors.', [
        ...issuesOf(readParams.issues ?? [], ''),
        ...issuesOf(readBody.issues ?? [], '#'),
      ])
    },
  }
}

/** Returns the values of a query by name; `fields[quantity]=1000` is a part of `fields`, as OpenAPI's `deepObject` has it. */
export function queryValues(query: URLSearchParams): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>()
  const parts = new Map<string, Map<string, string>>()
  for (const [name, text] of query) {
    const [, whole, part] = /^(\w+)\[(.+)\]$/s.exec(name) ?? []
    if (whole === undefined || part === undefined) values.set(name, text)
    else parts.set(whole, (parts.get(whole) ?? new Map()).set(part, text))
  }
  for (const [name, fields] of parts) values.set(name, Object.fromEntries(fields))
  return Object.fromEntries(values)
}

/** A control request that cannot be carried out, in a sentence for whoever sent it. */
export class AdminError extends Error {
  override readonly name = 'AdminError'
  /** From 400 to 499. */
  readonly status: number
  readonly issues: readonly SchemaIssue[]

  constructor(status: number, message: string, issues: readonly SchemaIssue[] = []) {
    super(message)
    this.status = status
    this.issues = issues
  }
}
