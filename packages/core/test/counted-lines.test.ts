import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecimal, parseServices, prepareOrder, type Quote, type Service } from '../src/index.ts'

const panelRow = { rate: '1', min: '1', max: '1000000' }
const priced = { prices: [{ minimum: '1', maximum: '', pricing_per: '1', price: '1' }] }
const modifier = { is_price_modifier: '1', modify_type: 'multiply', modify_every: '1', modify_by: '1' }

/** Each way in which lines come to be counted, and the param of each service whose lines are. */
const counting: readonly (readonly [Service, string])[] = [
  ...parseServices('panel', [
    { ...panelRow, service: 1, type: 'Custom Comments' },
    { ...panelRow, service: 2, type: 'Mentions Custom List' },
    { ...panelRow, service: 3, type: 'Comment Replies' },
  ]).services.map(service => [service, service.id === '2' ? 'usernames' : 'comments'] as const),
  ...parseServices('qqtube', [
    { ...priced, id_service: '4', params: [{ field_name: 'lines', field_validators: 'minlines:1' }] },
    { ...priced, id_service: '5', params: [{ field_name: 'lines', ...modifier }] },
    {
      ...priced,
      id_service: '6',
      params: [{ field_name: 'lines', field_validators: 'minlines:1', ...modifier }],
    },
  ]).services.map(service => [service, 'lines'] as const),
]

const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\t',
    '\u200b',
    ' \u2060\u00ad ',
    '\ufeff',
    'great',
    ' süper ',
    '👏',
    '5',
    '\u200bx',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { minLength: 1, maxLength: 30 })
  .map(lines => lines.flat().join(''))

test('what is counted is exactly what is sent', () => {
  fc.assert(
    fc.property(fc.constantFrom(...counting), text, ([service, name], value) => {
      const given = service.quantitySource.kind === 'given' ? { quantity: '1' } : {}
      const request = { ...given, target: 'https://example.com/x', params: { [name]: value, username: 'x' } }
      const params = service.params.some(param => param.name === 'username')
        ? request.params
        : { [name]: value }
      const result = prepareOrder(service, { ...request, params })
      if (!result.ok) return
      const sent = result.order.params[name] ?? ''
      const linesSent = sent === '' ? 0 : sent.split(/\r\n?|\n/).length
      // A param that is one plain number gives an amount, and no lines.
      const isAmount = service.quantitySource.kind === 'given' && parseDecimal(sent) !== undefined
      if (!isAmount) expect(linesCounted(service, result.quote) ?? linesSent).toBe(linesSent)
      expect(sent.split('\n').filter(part => /^[\s\p{Cf}]+$/u.test(part))).toEqual([])
      const again = prepareOrder(service, { ...request, params: { ...params, [name]: sent } })
      expect(again.ok && [again.order, again.quote.total.toFixed()]).toEqual([
        result.order,
        result.quote.total.toFixed(),
      ])
    }),
    { numRuns: 500 },
  )
})

/** Absent where the lines are neither the quantity nor a modifier's amount. */
function linesCounted({ quantitySource }: Service, { quantity, steps }: Quote): number | undefined {
  if (quantitySource.kind === 'lines') return quantity.toNumber()
  const step = steps.at(-1)
  return step?.kind === 'multiply' ? step.provided.toNumber() : undefined
}

describe('lines that are not counted are sent as they are', () => {
  const [seo] = parseServices('panel', [{ ...panelRow, service: 1, type: 'SEO' }]).services
  const [plain] = parseServices('qqtube', [
    { ...priced, id_service: '2', params: [{ field_name: 'keywords', field_validators: 'minchar:1' }] },
  ]).services

  test.each([seo, plain])('service %#', service => {
    const order = {
      target: 'https://example.com/x',
      quantity: '1',
      params: { keywords: 'a\r\n\r\n\u200b\r\nb' },
    }
    const result = service && prepareOrder(service, order)
    expect(result?.ok && result.order.params).toEqual({ keywords: 'a\n\n\u200b\nb' })
  })
})
