import type { Service } from '../catalogue/service.ts'
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
import type { Param } from '../rules/param.ts'
import { countLines, isBlankText } from '../rules/text.ts'
import type { CompiledQuantity } from './quantity.ts'
import type { OrderFields } from './read-request.ts'
import type { Step } from './step.ts'

/** A line of the way to a total: the exact running total after it, and its step for those who read it. */
export interface Line {
  readonly total: Exact
  /** Whether it says that nothing is charged now. */
  readonly isLater: boolean
  step(): Step
}

export type Lines = readonly [Line, ...Line[]]

/** What a service says about prices, read once for all orders. */
export interface CompiledPrice {
  /** Prices an order that has no issues, for the quantity that was read. */
  lines(fields: OrderFields, quantity: Whole): Lines
  /** Returns what the order's modifiers make of a running total. */
  modify(fields: OrderFields, start: Exact): Exact
}

/**
 * Reads what a service says about prices. The price of an order is one exact fraction from the base through each modifier that has a
 * value, in catalogue order, to drip. (reading) Partial units are prorated, as in the document's own formula. (QQTube v1, services,
 * `prices`, `params[modify_type]`, `drip_cost`.)
 */
export function compilePrice(
  service: Service,
  slots: ReadonlyMap<string, number>,
  { tierFor }: CompiledQuantity,
): CompiledPrice {
  const modifiers = service.params.flatMap(param => compileModifier(param, slots.get(param.name) ?? -1) ?? [])
  const drip = compileDrip(service)
  const base = (quantity: Whole): Line => {
    const found = service.quantitySource.kind === 'later' ? undefined : tierFor(quantity)
    // A checked quantity lies in a tier, unless nothing is charged now.
    if (found === undefined) return later
    const total = times(exactWhole(quantity), found.unitPrice())
    const { tier } = found
    return {
      total,
      isLater: false,
      step: () => ({ kind: 'base', tier, quantity: wholeToDecimal(quantity), total: exactToDecimal(total) }),
    }
  }
  /** Adds a line for each modifier that has a value. */
  const addModifiers = (fields: OrderFields, start: Exact, lines: Line[]): Exact => {
    let total = start
    for (const { slot, apply } of modifiers) {
      const text = fields.texts[slot] ?? ''
      if (isBlankText(text)) continue
      const line = apply(text, total)
      lines.push(line)
      total = line.total
    }
    return total
  }
  return {
    modify: (fields, start) => addModifiers(fields, start, []),
    lines: (fields, quantity) => {
      const lines: [Line, ...Line[]] = [base(quantity)]
      const total = addModifiers(fields, lines[0].total, lines)
      if (fields.wantsDrip && drip !== undefined) lines.push(drip(quantity, total))
      return lines
    },
  }
}

const nothing = exactWhole(0)

const later: Line = {
  total: nothing,
  isLater: true,
  step: () => ({ kind: 'later', total: exactToDecimal(nothing) }),
}

export function wholeToDecimal(value: Whole): Decimal {
  return new Decimal(typeof value === 'number' ? value : value.toString())
}

interface CompiledModifier {
  readonly slot: number
  apply(text: string, before: Exact): Line
}

function compileModifier(param: Param, slot: number): CompiledModifier | undefined {
  const { modifier } = param
  if (modifier === undefined) return undefined
  const { type, every, by } = modifier
  const hasCountedLines = param.rules.some(rule => rule.name === 'minlines')
  let perUnit: Exact | undefined
  return {
    slot,
    apply: (text, before) => {
      perUnit ??= quotient(by, every)
      const provided = readProvided(text, hasCountedLines)
      const change = times(provided.amount, perUnit)
      const total = type === 'add' ? plus(before, change) : times(before, change)
      return {
        total,
        isLater: false,
        step: () => {
          const { name, label } = param
          const shared = { param: name, label, provided: provided.decimal(), every, by }
          return type === 'add'
            ? { kind: 'add', ...shared, addend: exactToDecimal(change), total: exactToDecimal(total) }
            : { kind: 'multiply', ...shared, factor: exactToDecimal(change), total: exactToDecimal(total) }
        },
      }
    },
  }
}

interface Provided {
  readonly amount: Exact
  decimal(): Decimal
}

/**
 * Returns the amount by which a modifier acts. (reading) It is the value itself if that is a plain decimal. If not, it is the number of
 * lines that are not blank if the param has a `minlines` rule or the text has several lines, and 1 otherwise: a chosen option counts
 * once.
 */
function readProvided(text: string, hasCountedLines: boolean): Provided {
  const short = shortExact(text)
  if (short !== undefined) return { amount: short, decimal: () => exactToDecimal(short) }
  const number = parseDecimal(text)
  if (number !== undefined) return { amount: exact(fraction(number)), decimal: () => number }
  const count = hasCountedLines || text.includes('\n') ? countLines(text) : 1
  return { amount: exactWhole(count), decimal: () => new Decimal(count) }
}

function compileDrip({ drip, increment }: Service): ((quantity: Whole, before: Exact) => Line) | undefined {
  if (drip === undefined) return undefined
  let perPiece: Exact | undefined
  return (quantity, before) => {
    perPiece ??= quotient(drip.cost, increment)
    const addend = times(exactWhole(quantity), perPiece)
    const total = plus(before, addend)
    return {
      total,
      isLater: false,
      step: () => ({
        kind: 'drip',
        quantity: wholeToDecimal(quantity),
        increment,
        cost: drip.cost,
        addend: exactToDecimal(addend),
        total: exactToDecimal(total),
      }),
    }
  }
}
