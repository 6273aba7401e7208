import type { Service } from '../catalogue/service.ts'
import { Decimal, parseDecimal } from '../money/decimal.ts'
import type { Param } from '../rules/param.ts'
import { normaliseLineEndings, withoutBlankLines } from '../rules/text.ts'

/** What a buyer asks for, as typed. Nothing is trusted, and a blank field counts as absent. */
export interface OrderRequest {
  readonly quantity?: Scalar
  readonly drip?: boolean | undefined
  /** Keyed by the params' names. */
  readonly params?: Readonly<Record<string, Scalar>> | undefined
}

/** A field's value: text as typed, or a number that already is one. */
export type Scalar = string | number | boolean | null | undefined

/**
 * An order request as texts: line endings are `\n`, a param whose lines are counted has no blank ones, an absent field is blank. This
 * is what is judged, priced and sent, so that a buyer is charged for exactly what was counted.
 */
export interface OrderFields {
  readonly quantity: string
  readonly wantsDrip: boolean
  /** Keyed by name, as given. A key whose value is `undefined` is absent. */
  readonly params: ReadonlyMap<string, string>
}

/**
 * Reads an order request as texts.
 *
 * @throws {TypeError} if the request, its params or a value is of a wrong type.
 */
export function readRequest(service: Service, request: OrderRequest): OrderFields {
  if (!isObject(request))
    throw new TypeError(`quote: the request must be an object, was given ${kind(request)}`)
  const { params = {} } = request
  if (!isObject(params)) throw new TypeError(`quote: params must be an object, was given ${kind(params)}`)
  return {
    quantity: scalarText(request.quantity, 'quantity'),
    wantsDrip: readDrip(request.drip),
    params: paramTexts(service, params),
  }
}

function paramTexts(service: Service, params: Readonly<Record<string, Scalar>>): ReadonlyMap<string, string> {
  const given = Object.entries(params)
  if (given.length === 0) return none
  const texts = new Map<string, string>()
  for (const [name, value] of given) {
    if (value !== undefined) texts.set(name, scalarText(value, `params.${name}`))
  }
  for (const param of service.params) {
    const text = texts.get(param.name)
    if (text?.includes('\n') && hasCountedLines(service, param, text)) {
      texts.set(param.name, withoutBlankLines(text))
    }
  }
  return texts
}

/** Returns whether the lines of the text are counted: as the quantity, for a modifier, or by `minlines`. */
function hasCountedLines({ quantitySource }: Service, param: Param, text: string): boolean {
  return (
    (quantitySource.kind === 'lines' && quantitySource.param === param.name) ||
    param.rules.some(rule => rule.name === 'minlines') ||
    (param.modifier !== undefined && parseDecimal(text) === undefined)
  )
}

const none: ReadonlyMap<string, string> = new Map()

function readDrip(drip: unknown): boolean {
  if (drip === undefined || drip === null) return false
  if (typeof drip === 'boolean') return drip
  throw new TypeError(`quote: drip must be a boolean, was given ${kind(drip)}`)
}

function scalarText(value: Scalar, path: string): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return normaliseLineEndings(value)
  if (typeof value === 'number') return new Decimal(value).toFixed()
  if (typeof value === 'boolean') return String(value)
  throw new TypeError(`quote: ${path} must be a string or a number, was given ${kind(value)}`)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kind(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  return value === null ? 'null' : typeof value
}
