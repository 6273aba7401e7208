import './price-chart.css'
import type { PriceStretch } from '@orderwright/core'
import type { JSX } from 'preact'
import { formatCount, formatMoney, sharedDecimals } from '../../format/money.ts'
import { chartSize, type PriceRow, priceChart, priceRows } from '../price-chart.ts'
import { messages as texts } from './texts/en.generated.ts'

interface PricesProps {
  readonly curve: readonly PriceStretch[]
  /** The quantity that is priced now. */
  readonly quantity: string | undefined
  readonly currency: string
  readonly onChoose: (quantity: string) => void
}

/** Shows what each quantity costs: as a drawing, and as a table that says the same. */
export function Prices(props: PricesProps): JSX.Element | null {
  if (props.curve.length === 0) return null
  return (
    <section class="prices" aria-label={texts.chart()}>
      <Chart {...props} />
      <PriceTable {...props} />
    </section>
  )
}

function Chart({ curve, quantity, currency }: PricesProps): JSX.Element | null {
  const chart = priceChart(curve, quantity)
  if (chart === undefined) return null
  const { width, height } = chartSize
  const words = {
    least: formatCount(chart.least),
    greatest: formatCount(chart.greatest),
    dearest: formatMoney(chart.dearest, currency),
  }
  return (
    <figure class="price-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.chartOf(words)}>
        {chart.edges.map(x => (
          <line key={x} class="chart-edge" x1={x} x2={x} y1="0" y2={height} />
        ))}
        {chart.cliffs.map(({ from, to }) => (
          <line key={from.x} class="chart-cliff" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {chart.lines.map(({ from, to }) => (
          <line key={from.x} class="chart-line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        ))}
        {chart.chosen !== undefined && (
          <circle class="chart-chosen" cx={chart.chosen.x} cy={chart.chosen.y} r="4" />
        )}
      </svg>
      <figcaption class="chart-ends" aria-hidden="true">
        <span>{words.least}</span>
        <span>{words.greatest}</span>
      </figcaption>
    </figure>
  )
}

function PriceTable({ curve, quantity, currency, onChoose }: PricesProps): JSX.Element {
  const rows = priceRows(curve, quantity)
  const prices = sharedDecimals(rows.map(({ per1000 }) => per1000))
  const totals = sharedDecimals(rows.map(({ totalAtFrom }) => totalAtFrom))
  return (
    <table class="price-table">
      <caption class="visually-hidden">{texts.table.caption()}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.table.quantity()}</th>
          <th scope="col">{texts.table.per()}</th>
          <th scope="col">{texts.table.total()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.from} aria-current={row.isChosen ? 'true' : undefined}>
            <th scope="row">
              <button type="button" class="price-from" onClick={() => onChoose(row.from)}>
                {rangeOf(row)}
              </button>
            </th>
            <td>{formatMoney(row.per1000, currency, prices)}</td>
            <td data-cliff={row.isCliff ? '' : undefined}>
              {row.isCliff && (
                <>
                  <span class="visually-hidden">{texts.table.cliff()} </span>
                  <span class="cliff-mark" aria-hidden="true">
                    ↓{' '}
                  </span>
                </>
              )}
              {formatMoney(row.totalAtFrom, currency, totals)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function rangeOf({ from, to }: PriceRow): string {
  if (to === undefined) return texts.table.orMore({ from: formatCount(from) })
  return from === to ? formatCount(from) : texts.table.range({ from: formatCount(from), to: formatCount(to) })
}
