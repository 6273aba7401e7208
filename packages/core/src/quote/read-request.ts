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
  readonly slots: Slots
  /** Under keys that the service has no param for. A key whose value is `undefined` is absent. */
  readonly unknown: ReadonlyMap<string, string>
}

/** Where each param of a service has its text, by its name. */
export interface Slots {
  readonly names: readonly string[]
  /** Absent if there are so few that they are looked through. */
  readonly places: ReadonlyMap<string, number> | undefined
}

export function slotsOf({ params }: Service): Slots {
  const names = params.map(({ name }) => name)
  if (names.length <= few) return { names, places: undefined }
  const places = new Map<string, number>()
  for (const [slot, name] of names.entries()) if (!places.has(name)) places.set(name, slot)
  return { names, places }
}

const few = 8

/** Returns the slot of a name, or -1 if the service has no such param. Of two params with one name it is the first. */
export function slotOf({ names, places }: Slots, name: string): number {
  return places === undefined ? names.indexOf(name) : (places.get(name) ?? -1)
}

/** Returns the text of a field by its name, blank if it was not given. */
export function textOf({ texts, slots, unknown }: OrderFields, name: string): string {
  return texts[slotOf(slots, name)] ?? unknown.get(name) ?? ''
}

/**
 * Reads an order request as texts.
 *
 * @throws {TypeError} if the request, its params or a value is of a wrong type.
 */
export function readRequest(service: Service, slots: Slots, request: OrderRequest): OrderFields {
  if (!isObject(request))
    throw new TypeError(`quote: the request must be an object, was given ${kind(request)}`)
  const { params } = request
  if (params !== undefined && !isObject(params))
    throw new TypeError(`quote: params must be an object, was given ${kind(params)}`)
  const quantity = scalarText(request.quantity, undefined)
  const wantsDrip = readDrip(request.drip)
  const texts = slots.names.map(() => '')
  const unknown = params === undefined ? none : readParams(service, slots, params, texts)
  return { quantity, wantsDrip, texts, slots, unknown }
}

/** Puts the texts of the params in their slots, and returns the others. */
function readParams(
  service: Service,
  slots: Slots,
  params: Readonly<Record<string, Scalar>>,
  texts: string[],
): ReadonlyMap<string, string> {
  let unknown: Map<string, string> | undefined
  let hasLines = false
  let next = 0
  for (const name of Object.keys(params)) {
    const value = params[name]
    if (value === undefined) continue
    // Most orders give their params as the service lists them.
    const slot = slots.names[next] === name && slots.places === undefined ? next : slotOf(slots, name)
    next = slot + 1
    if (slot !== -1 && typeof value === 'string' && shortWhole(value) !== -1) {
      texts[slot] = value
      continue
    }
    const text = scalarText(value, name)
    hasLines ||= text.includes('\n')
    if (slot !== -1) texts[slot] = text
    else {
      unknown ??= new Map()
      unknown.set(name, text)
    }
  }
  if (hasLines) dropBlankLines(service, slots, texts)
  return unknown ?? none
}

function dropBlankLines(service: Service, slots: Slots, texts: string[]): void {
  for (const param of service.params) {
    const slot = slotOf(slots, param.name)
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
