import { Decimal, type PriceStretch } from '@orderwright/core'
import { isWithin, per1000, totalAt } from './price-advice.ts'

/** The drawing's own units; the screen scales them. */
export const chartSize: { readonly width: number; readonly height: number } = { width: 320, height: 84 }

/** So that points at an end are drawn whole. */
const margin = 5

/** More could not be told from each other. */
const mostStretches = 40

interface Point {
  /** Numbers of an SVG, as text. */
  readonly x: string
  readonly y: string
}

/** The price curve as lines: cost upwards, quantity to the right. */
export interface PriceChart {
  /** One straight line for each stretch. */
  readonly lines: readonly { readonly from: Point; readonly to: Point }[]
  /** The ends of stretches at which a greater quantity costs less in all. */
  readonly cliffs: readonly { readonly from: Point; readonly to: Point }[]
  /** Where other prices begin. */
  readonly edges: readonly string[]
  /** The chosen quantity and its total. */
  readonly chosen: Point | undefined
  /** Quantities at both ends, and the greatest total, as decimal strings. */
  readonly least: string
  readonly greatest: string
  readonly dearest: string
}

/**
 * Returns the part of a price curve that matters for a quantity: up to the next price break, and twice the quantity. `undefined` if there
 * is no more than one quantity.
 */
export function priceChart(
  curve: readonly PriceStretch[],
  quantity: string | undefined,
): PriceChart | undefined {
  const [first] = curve
  if (first === undefined) return undefined
  const least = first.from
  const greatest = endOf(curve, new Decimal(quantity ?? least))
  const shown = curve
    .filter(({ from }) => from.lt(greatest))
    .slice(0, mostStretches)
    .map(stretch => {
      const to = stretch.to === undefined ? greatest : Decimal.min(stretch.to, greatest)
      return { ...stretch, to, totalAtTo: totalAt(stretch, to.toFixed()) }
    })
  if (shown.length === 0) return undefined
  const dearest = shown.reduce(
    (most, { totalAtFrom, totalAtTo }) => Decimal.max(most, totalAtFrom, totalAtTo),
    new Decimal(0),
  )
  const point = (amount: Decimal, total: Decimal): Point => ({
    x: placed(amount.minus(least), greatest.minus(least), chartSize.width),
    y: placed(dearest.minus(total), dearest, chartSize.height),
  })
  const current = quantity === undefined ? undefined : curve.find(candidate => isWithin(candidate, quantity))
  return {
    lines: shown.map(({ from, to, totalAtFrom, totalAtTo }) => ({
      from: point(from, totalAtFrom),
      to: point(to, totalAtTo),
    })),
    cliffs: shown.flatMap((stretch, index) => {
      const before = shown[index - 1]
      if (before === undefined || stretch.totalAtFrom.gte(before.totalAtTo)) return []
      return [{ from: point(before.to, before.totalAtTo), to: point(stretch.from, stretch.totalAtFrom) }]
    }),
    edges: shown.slice(1).map(({ from, totalAtFrom }) => point(from, totalAtFrom).x),
    chosen:
      quantity === undefined || current === undefined
        ? undefined
        : point(new Decimal(quantity), totalAt(current, quantity)),
    least: least.toFixed(),
    greatest: greatest.toFixed(),
    dearest: dearest.toFixed(),
  }
}

/** Returns the quantity that the chart ends at. */
function endOf(curve: readonly PriceStretch[], quantity: Decimal): Decimal {
  const next = curve.find(({ from }) => from.gt(quantity))
  const last = curve.at(-1)?.to
  const wanted = Decimal.max(quantity.times(2), next?.from.times('1.25') ?? 0)
  return last === undefined ? wanted : Decimal.min(last, wanted)
}

/** Returns where on a side of that length a share lies. */
function placed(part: Decimal, whole: Decimal, length: number): string {
  const share = whole.isZero() ? new Decimal(0) : part.div(whole)
  return share
    .times(length - 2 * margin)
    .plus(margin)
    .toFixed(1)
}

/** A line of the curve as a table. Quantities and amounts are decimal strings. */
export interface PriceRow {
  readonly from: string
  /** Absent if there is no upper end. */
  readonly to: string | undefined
  readonly totalAtFrom: string
  readonly per1000: string
  readonly isChosen: boolean
  /** Whether its least quantity costs less than the greatest one before. */
  readonly isCliff: boolean
}

/** More rows are no help to anyone. */
const mostRows = 12

/** Returns the curve as rows of a table, of a long one those around the quantity. */
export function priceRows(curve: readonly PriceStretch[], quantity: string | undefined): readonly PriceRow[] {
  const chosen = quantity === undefined ? -1 : curve.findIndex(stretch => isWithin(stretch, quantity))
  const start = Math.max(0, Math.min(chosen - mostRows / 2, curve.length - mostRows))
  return curve.slice(start, start + mostRows).map((stretch, position) => {
    const before = curve[start + position - 1]?.totalAtTo
    return {
      from: stretch.from.toFixed(),
      to: stretch.to?.toFixed(),
      totalAtFrom: stretch.totalAtFrom.toFixed(),
      per1000: per1000(stretch),
      isChosen: start + position === chosen,
      isCliff: before !== undefined && stretch.totalAtFrom.lt(before),
    }
  })
}
