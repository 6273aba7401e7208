import type { Service } from '../catalogue/service.ts'
import { Decimal, parseDecimal } from '../money/decimal.ts'
import { shortWhole } from '../money/whole.ts'
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
  /** Of each param of the service, by its slot. */
  readonly texts: readonly string[]
  readonly slots: ReadonlyMap<string, number>
  /** Under keys that the service has no param for. A key whose value is `undefined` is absent. */
  readonly unknown: ReadonlyMap<string, string>
}

/** Returns the text of a field by its name, blank if it was not given. */
export function textOf({ texts, slots, unknown }: OrderFields, name: string): string {
  const slot = slots.get(name)
  return (slot === undefined ? unknown.get(name) : texts[slot]) ?? ''
}

export interface RequestReader {
  /** The place of each param's text, by its name. */
  readonly slots: ReadonlyMap<string, number>
  /**
   * Reads an order request as texts.
   *
   * @throws {TypeError} if the request, its params or a value is of a wrong type.
   */
  read(request: OrderRequest): OrderFields
}

/** Returns what reads orders of a service. */
export function compileRequest(service: Service): RequestReader {
  const slots = new Map<string, number>()
  for (const { name } of service.params) if (!slots.has(name)) slots.set(name, slots.size)
  const blank = Array.from(slots, () => '')
  const readParams = (params: Readonly<Record<string, Scalar>>): Pick<OrderFields, 'texts' | 'unknown'> => {
    const texts = blank.slice()
    let unknown: Map<string, string> | undefined
    let hasLines = false
    for (const name of Object.keys(params)) {
      const value = params[name]
      if (value === undefined) continue
      const text = scalarText(value, name)
      const slot = slots.get(name)
      if (slot !== undefined) texts[slot] = text
      else {
        unknown ??= new Map()
        unknown.set(name, text)
      }
      hasLines ||= shortWhole(text) === -1 && text.includes('\n')
    }
    if (hasLines) dropBlankLines(service, slots, texts)
    return { texts, unknown: unknown ?? none }
  }
  return {
    slots,
    read: request => {
      if (!isObject(request))
        throw new TypeError(`quote: the request must be an object, was given ${kind(request)}`)
      const { params } = request
      if (params !== undefined && !isObject(params))
        throw new TypeError(`quote: params must be an object, was given ${kind(params)}`)
      const quantity = scalarText(request.quantity, undefined)
      const wantsDrip = readDrip(request.drip)
      const { texts, unknown } = params === undefined ? { texts: blank, unknown: none } : readParams(params)
      return { quantity, wantsDrip, texts, slots, unknown }
    },
  }
}

function dropBlankLines(service: Service, slots: ReadonlyMap<string, number>, texts: string[]): void {
  for (const param of service.params) {
    const slot = slots.get(param.name) ?? -1
    const text = texts[slot]
    if (text?.includes('\n') && hasCountedLines(service, param, text)) texts[slot] = withoutBlankLines(text)
  }
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

/** Reads the value of a param, or of the quantity if no param is named. */
function scalarText(value: Scalar, param: string | undefined): string {
  if (typeof value === 'string') return shortWhole(value) === -1 ? normaliseLineEndings(value) : value
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') {
    return value > 0 && Number.isSafeInteger(value) ? String(value) : new Decimal(value).toFixed()
  }
  if (typeof value === 'boolean') return String(value)
  const path = param === undefined ? 'quantity' : `params.${param}`
  throw new TypeError(`quote: ${path} must be a string or a number, was given ${kind(value)}`)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function kind(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  return value === null ? 'null' : typeof value
}
