import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { affordable, betterDeal, nearest, type OrderRequest, quote } from '../src/index.ts'
import { serviceOf } from './service-of.ts'

/** One golden vector: three questions about a catalogue row, answered by an independent program in exact fractions. */
interface SolverVector {
  readonly upstream: 'qqtube' | 'panel'
  readonly service: Readonly<Record<string, unknown>>
  readonly order: OrderRequest
  readonly nearest: {
    readonly quantity: string
    readonly below: string | null
    readonly above: string | null
  }
  readonly affordable: { readonly budget: string; readonly quantity: string | null }
  readonly betterDeal?: { readonly quantity: string; readonly better: string | null }
}

const text = readFileSync(new URL('./fixtures/solver.ndjson', import.meta.url), 'utf8')
const lines = text.split('\n').filter(line => line !== '')

describe('golden vectors: solver', () => {
  test.each(lines.map((line, index) => [index + 1, line] as const))('line %i', (_, line) => {
    // The fixture is the project's own and is written in this shape.
    const vector = JSON.parse(line) as SolverVector
    const { nearest: near, affordable: bought, betterDeal: deal } = vector
    const service = serviceOf(vector.upstream, vector.service)
    const { below, above } = nearest(service, near.quantity)
    expect([below?.toFixed() ?? null, above?.toFixed() ?? null]).toEqual([near.below, near.above])
    expect(affordable(service, vector.order, bought.budget)?.toFixed() ?? null).toBe(bought.quantity)
    if (deal === undefined) return
    const better = betterDeal(service, { ...vector.order, quantity: deal.quantity })
    expect(better?.quantity.toFixed() ?? null).toBe(deal.better)
    if (better === undefined) return
    const result = quote(service, { ...vector.order, quantity: better.quantity.toFixed() })
    expect(result.ok && result.quote.total).toEqual(better.total)
  })
})
