import { describe, expect, test } from 'vitest'
import { compileService, Decimal, type Issue, parseServices, quote } from '../src/index.ts'
import { parseVector, type QuoteVector, vectorLines } from './vectors.ts'

describe.each(['qqtube-quotes', 'panel-quotes'] as const)('golden vectors: %s', name => {
  test.each(vectorLines(name).map((line, index) => [index + 1, line] as const))('line %i', (_, line) => {
    judge(parseVector(line))
  })
})

function judge({ upstream, service: row, order, expect: expected }: QuoteVector): void {
  const { services } = parseServices(upstream, [row])
  const [service] = services
  if (service === undefined) throw new Error('the row was not read as a service')
  const result = quote(service, order)
  const compiled = compileService(service)
  expect(JSON.stringify(compiled.quote(order))).toBe(JSON.stringify(result))
  expect(compiled.check(order)).toEqual(result.ok ? [] : result.issues)
  expect(compiled.total(order)).toBe(result.ok ? result.quote.total.toFixed() : undefined)
  if ('issues' in expected) {
    const issues = result.ok ? [] : result.issues
    expect(sorted(issues)).toEqual(sorted(expected.issues))
    return
  }
  if (!result.ok) throw new Error(`unexpected issues: ${JSON.stringify(result.issues)}`)
  if ('total' in expected) expect(result.quote.total.toFixed()).toBe(new Decimal(expected.total).toFixed())
  else {
    expect(result.quote.total.toSignificantDigits(30).toFixed()).toBe(
      new Decimal(expected.approx).toSignificantDigits(30).toFixed(),
    )
  }
}

function sorted(issues: readonly Issue[]): readonly string[] {
  return issues.map(issue => JSON.stringify(Object.entries(issue).toSorted())).toSorted()
}
