import type { Service } from '../catalogue/service.ts'
import { describeIssue } from '../messages/en.ts'
import { compileService } from '../quote/compile-service.ts'
import type { OrderRequest } from '../quote/read-request.ts'
import type { Issue } from '../rules/issue.ts'

/** Version 1 of the Standard Schema (standardschema.dev), as forms and servers of many makers take it. */
export interface OrderSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'orderwright'
    readonly validate: (value: unknown) => ValidOrder | InvalidOrder
    readonly types?: { readonly input: OrderRequest; readonly output: OrderRequest } | undefined
  }
}

/** The order as it was given. */
export interface ValidOrder {
  readonly value: OrderRequest
  readonly issues?: undefined
}

export interface InvalidOrder {
  readonly issues: readonly [OrderSchemaIssue, ...OrderSchemaIssue[]]
}

export interface OrderSchemaIssue {
  readonly message: string
  /** `['quantity']`, `['drip']`, or `['params', name]`; empty if the value is no order at all. */
  readonly path: readonly string[]
  /** The issue as the engine gives it; absent if the value is no order at all. */
  readonly issue?: Issue
}

/** Describes an issue for a person, as `describeIssue` does. */
type Describe = (issue: Issue, label?: string) => string

/**
 * Returns a Standard Schema of an order of the service: `{ quantity, drip, params }`. It refuses exactly what `quote` refuses. A value
 * that is not an order at all is an issue too and never throws, so that a server may pass in anything. `describe` makes the messages; the default is
 * English. It gets the issue and the param's label.
 *
 * @throws {TypeError} if the service is no object.
 *
 * @example
 * ```ts
 * const { services } = parseServices('panel', [{ service: 1, type: 'Poll', rate: '0.90', min: '50', max: '10000' }])
 * const order = toStandardSchema(services[0])['~standard']
 * order.validate({ quantity: '50', params: { answer_number: '2' } }).issues // undefined
 * order.validate({ quantity: '5', params: { answer_number: '2' } }).issues[0].message // 'Quantity must be at least 50.'
 * order.validate({ quantity: '50' }).issues[0].path // ['params', 'answer_number']
 * ```
 */
export function toStandardSchema(service: Service, describe: Describe = describeIssue): OrderSchema {
  const { check } = compileService(service)
  const labels = new Map(service.params.map(({ name, label }) => [name, label]))
  const told = (issue: Issue): OrderSchemaIssue => {
    const label = labels.get(issue.path)
    const message = label === undefined || label === '' ? describe(issue) : describe(issue, label)
    return { message, path: pathOf(issue, labels), issue }
  }
  const validate = (value: unknown): ValidOrder | InvalidOrder => {
    if (!isOrder(value)) return { issues: [noOrder] }
    const [issue, ...others] = check(value)
    return issue === undefined ? { value } : { issues: [told(issue), ...others.map(told)] }
  }
  return { '~standard': { version: 1, vendor: 'orderwright', validate } }
}

const noOrder: OrderSchemaIssue = {
  message:
    'An order is an object of quantity (text or number), drip (true or false) and params (texts or numbers by name).',
  path: [],
}

/** Returns whether a value has the shape of an order. What its fields say is for the judge. */
function isOrder(value: unknown): value is OrderRequest {
  if (!isRecord(value)) return false
  const { quantity, drip, params } = value
  const isFlag = drip === undefined || drip === null || typeof drip === 'boolean'
  const isNamed = params === undefined || (isRecord(params) && Object.values(params).every(isScalar))
  return isScalar(quantity) && isFlag && isNamed
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: unknown): boolean {
  return value === null || ['undefined', 'string', 'number', 'boolean'].includes(typeof value)
}

/** An issue's path is a field of the order or the name of a param. A param may have the name of a field. */
function pathOf({ code, path }: Issue, params: ReadonlyMap<string, string>): readonly string[] {
  const isField = path === 'quantity' ? !params.has(path) : code === 'drip_not_available'
  return isField ? [path] : ['params', path]
}
