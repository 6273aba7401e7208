import { readFileSync } from 'node:fs'
import type { Issue, OrderRequest, UpstreamKind } from '../src/index.ts'

/** One golden vector: an order at a catalogue row, and what an independent program in exact fractions expects. */
export interface QuoteVector {
  readonly upstream: UpstreamKind
  readonly service: Readonly<Record<string, unknown>>
  readonly order: OrderRequest
  readonly expect:
    | { readonly total: string }
    | { readonly approx: string }
    | { readonly issues: readonly Issue[] }
}

/** The vectors of a fixture as texts, a JSON object a line. */
export function vectorLines(name: 'qqtube-quotes' | 'panel-quotes'): readonly string[] {
  const text = readFileSync(new URL(`./fixtures/${name}.ndjson`, import.meta.url), 'utf8')
  return text.split('\n').filter(line => line !== '')
}

export function parseVector(line: string): QuoteVector {
  // The fixtures are the project's own and are written in this shape.
  return JSON.parse(line) as QuoteVector
}
