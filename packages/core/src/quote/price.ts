import type { Drip, Service } from '../catalogue/service.ts'
import { Decimal, parseDecimal } from '../money/decimal.ts'
import {
  type Exact,
  exact,
  exactToDecimal,
  exactWhole,
  plus,
  quotient,
  shortExact,
  times,
} from '../money/exact.ts'
import { fraction } from '../money/fraction.ts'
import type { Whole } from '../money/whole.ts'
import type { Modifier, Param } from '../rules/param.ts'
import { countLines, isBlankText } from '../rules/text.ts'
import { type CompiledQuantity, type CompiledTier, tierFor, unitPriceOf } from './quantity.ts'
import { type OrderFields, type Slots, slotOf } from './read-request.ts'
import type { Step } from './step.ts'

/**
 * A line of the way to a total, with the exact running total after it. Of each line a step is made, for those who read it.
 */
export type Line =
  | {
      readonly kind: 'base'
      readonly compiled: CompiledTier
      readonly quantity: Whole
      readonly total: Exact
    }
  | { readonly kind: 'later'; readonly total: Exact }
  | {
      readonly kind: 'modifier'
      readonly param: Param
      readonly modifier: Modifier
      readonly provided: Provided
      readonly change: Exact
      readonly total: Exact
    }
  | {
      readonly kind: 'drip'
      readonly quantity: Whole
      readonly increment: string
      readonly drip: Drip
      readonly addend: Exact
      readonly total: Exact
    }

export type Lines = readonly [Line, ...Line[]]

/** What a service says about prices, read once for all orders. */
export interface CompiledPrice {
  readonly quantities: CompiledQuantity
  readonly modifiers: readonly CompiledModifier[]
  /** What drip adds for a piece, once it has been asked for. */
  dripPerPiece: Exact | undefined
}

interface CompiledModifier {
  readonly param: Param
  readonly modifier: Modifier
  readonly slot: number
  /** The modifier's effect for one unit, once it has been asked for. */
  perUnit: Exact | undefined
}

export function compilePrice(service: Service, slots: Slots, quantities: CompiledQuantity): CompiledPrice {
  const modifiers: CompiledModifier[] = []
  for (const param of service.params) {
    const { modifier, name } = param
    if (modifier === undefined) continue
    modifiers.push({ param, modifier, slot: slotOf(slots, name), perUnit: undefined })
  }
  return { quantities, modifiers, dripPerPiece: undefined }
}

/**
 * Prices an order that has no issues, for the quantity that was read. The price is one exact fraction from the base through each modifier
 * that has a value, in catalogue order, to drip. (reading) Partial units are prorated, as in the document's own formula. (QQTube v1,
 * services, `prices`, `params[modify_type]`, `drip_cost`.)
 */
export function priceLines(price: CompiledPrice, fields: OrderFields, quantity: Whole): Lines {
  const lines: [Line, ...Line[]] = [baseLine(price.quantities, quantity)]
  const total = modify(price, fields, lines[0].total, lines)
  const { drip, increment } = price.quantities.service
  if (fields.wantsDrip && drip !== undefined) {
    price.dripPerPiece ??= quotient(drip.cost, increment)
    const addend = times(exactWhole(quantity), price.dripPerPiece)
    lines.push({ kind: 'drip', quantity, increment, drip, addend, total: plus(total, addend) })
  }
  return lines
}

function baseLine(quantities: CompiledQuantity, quantity: Whole): Line {
  const isLater = quantities.service.quantitySource.kind === 'later'
  const compiled = isLater ? undefined : tierFor(quantities, quantity)
  // A checked quantity lies in a tier, unless nothing is charged now.
  if (compiled === undefined) return { kind: 'later', total: exactWhole(0) }
  return { kind: 'base', compiled, quantity, total: times(exactWhole(quantity), unitPriceOf(compiled)) }
}

/** Returns what the order's modifiers make of a running total, and adds a line for each. */
export function modify(price: CompiledPrice, fields: OrderFields, start: Exact, lines: Line[]): Exact {
  let total = start
  for (const compiled of price.modifiers) {
    const text = fields.texts[compiled.slot] ?? ''
    if (isBlankText(text)) continue
    const { param, modifier } = compiled
    compiled.perUnit ??= quotient(modifier.by, modifier.every)
    const provided = readProvided(param, text)
    const change = times(provided.amount, compiled.perUnit)
    total = modifier.type === 'add' ? plus(total, change) : times(total, change)
    lines.push({ kind: 'modifier', param, modifier, provided, change, total })
  }
  return total
}

interface Provided {
  readonly amount: Exact
  /** The number as it was read, if it is a long one. */
  readonly long: Decimal | undefined
}

/**
 * Returns the amount by which a modifier acts. (reading) It is the value itself if that is a plain decimal. If not, it is the number of
 * lines that are not blank if the param has a `minlines` rule or the text has several lines, and 1 otherwise: a chosen option counts
 * once.
 */
function readProvided(param: Param, text: string): Provided {
  const short = shortExact(text)
  if (short !== undefined) return { amount: short, long: undefined }
  const number = parseDecimal(text)
  if (number !== undefined) return { amount: exact(fraction(number)), long: number }
  const countsLines = text.includes('\n') || param.rules.some(rule => rule.name === 'minlines')
  return { amount: exactWhole(countsLines ? countLines(text) : 1), long: undefined }
}

export function stepOf(line: Line): Step {
  const total = exactToDecimal(line.total)
  switch (line.kind) {
    case 'later':
      return { kind: 'later', total }
    case 'base':
      return { kind: 'base', tier: line.compiled.tier, quantity: wholeToDecimal(line.quantity), total }
    case 'drip': {
      const { increment, drip } = line
      const quantity = wholeToDecimal(line.quantity)
      return {
        kind: 'drip',
        quantity,
        increment,
        cost: drip.cost,
        addend: exactToDecimal(line.addend),
        total,
      }
    }
    case 'modifier': {
      const { name, label } = line.param
      const { type, every, by } = line.modifier
      const provided = line.provided.long ?? exactToDecimal(line.provided.amount)
      const change = exactToDecimal(line.change)
      return type === 'add'
        ? { kind: 'add', param: name, label, provided, every, by, addend: change, total }
        : { kind: 'multiply', param: name, label, provided, every, by, factor: change, total }
    }
  }
}

export function wholeToDecimal(value: Whole): Decimal {
  return new Decimal(typeof value === 'number' ? value : value.toString())
}
