import * as v from 'valibot'
import { VerificationError } from '../../request-log/verify.ts'
import type { SchemaIssue } from '../../schema/schema-issues.ts'
import { issuesOf } from '../../schema/schema-issues.ts'
import type { MockControl } from '../handle/mock-control.ts'

export type AdminMethod = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Anything that turns an unknown into a value, or into issues. */
type Schema<Value> = v.GenericSchema<unknown, Value>

interface RouteFacts {
  /** Unique; what generated clients call it. */
  readonly operationId: string
  /** What it does, without a full stop. */
  readonly summary: string
  /** Whether it tells so little that whoever asks is answered, without a token. Default: `false`. */
  readonly isOpen?: true
  /** Those that it may answer, beside 400 for what does not fit its schemas. Default: none. */
  readonly errorStatuses?: readonly number[]
}

interface RouteDescription<Params, Body, Answer> extends RouteFacts {
  /** The fields of the path and the query, which are texts. Default: none. */
  readonly params?: Schema<Params>
  /** Default: a body is not read. */
  readonly body?: Schema<Body>
  /** Of what it answers with 200. Default: 204 with nothing. */
  readonly answer?: Schema<Answer>
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
  readonly method: AdminMethod
  /** Below `/__mock`, a parameter in braces. */
  readonly path: string
  readonly errorStatuses: readonly number[]
  readonly params: v.GenericSchema
  readonly body: v.GenericSchema
  readonly answer: v.GenericSchema
  /** @throws AdminError for what does not fit the schemas or cannot be done */
  perform(given: RouteCall<Readonly<Record<string, unknown>>, unknown>): Promise<unknown>
}

type NoParams = Readonly<Record<never, never>>

export const noParams: Schema<NoParams> = v.strictObject({})

/** Of a body that is not read, or an answer that is empty. */
export const nothing: Schema<undefined> = v.undefined()

/** A body that is handed on as it came, whatever it is. */
export const anyText: Schema<string> = v.string()

export function adminRoute<Params = NoParams, Body = undefined, Answer = undefined>(
  method: AdminMethod,
  path: string,
  description: RouteDescription<Params, Body, Answer>,
): AdminRoute {
  return judged(method, path, description)
}

/** Hands `run` what its own schemas have let through, which is why it may be called with unknowns here. */
function judged(
  method: AdminMethod,
  path: string,
  description: RouteDescription<unknown, unknown, unknown>,
): AdminRoute {
  const { params = noParams, body = nothing, answer = nothing, errorStatuses = [], ...facts } = description
  return {
    ...facts,
    method,
    path,
    params,
    body,
    answer,
    errorStatuses,
    async perform(call) {
      const readParams = v.safeParse(params, call.params)
      const readBody = v.safeParse(body, call.body)
      if (readParams.success && readBody.success) {
        return description.run({ ...call, params: readParams.output, body: readBody.output })
      }
      throw new AdminError(400, 'The request does not fit: see errors.', [
        ...issuesOf(readParams.issues ?? [], '', params),
        ...issuesOf(readBody.issues ?? [], '#', body),
      ])
    },
  }
}

/**
 * Carries out a check of what came.
 * @throws AdminError with 409 for what it does not confirm
 */
export function confirm(check: () => void): undefined {
  try {
    check()
  } catch (error) {
    if (error instanceof VerificationError) throw new AdminError(409, error.message)
    throw error
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
