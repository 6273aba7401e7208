import { describe, expect, test } from 'vitest'
import { parseServices } from '../catalogue/parse-services.ts'
import { checkTarget, prepareOrder } from './prepare-order.ts'
import { quote } from './quote.ts'

const { services } = parseServices('qqtube', [
  {
    id_service: '3',
    example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
    is_drip: '1',
    drip_cost: '1',
    prices: [{ minimum: '1', maximum: '', pricing_per: '1000', price: '1' }],
    params: [{ field_name: 'comments' }, { field_name: 'minutes' }, { field_name: 'note' }],
  },
])
const { services: panelServices } = parseServices('panel', [
  { service: 1, type: 'Custom Comments', rate: '1', min: '1', max: '9' },
  { service: 2, type: 'Subscriptions', rate: '1', min: '1', max: '9' },
])

describe('prepareOrder', () => {
  test('normalises what is sent', () => {
    const result =
      services[0] &&
      prepareOrder(services[0], {
        target: ' https://www.youtube.com/watch?v=jofNR_WkoCE ',
        quantity: ' 0100 ',
        drip: true,
        params: { comments: 'one\r\ntwo ', minutes: ' 30 ', note: ' ' },
      })
    expect(result?.ok && result.order).toEqual({
      serviceId: '3',
      target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
      quantity: '100',
      drip: true,
      params: { comments: 'one\ntwo ', minutes: '30' },
    })
    expect(result?.ok && result.quote.total.toFixed()).toBe('100.1')
  })

  test.each([
    '\u200ehttps://example.com/x',
    'https://example.com/x\ufeff',
    '\u2066https://exam\u200bple.com/x\u2069 ',
    ' \u200b https://example.com/x \u200b ',
  ])('sends %j without its invisible characters', target => {
    const result = services[0] && prepareOrder(services[0], { target, quantity: '1' })
    expect(result?.ok && result.order.target).toBe('https://example.com/x')
  })

  test('takes a param of invisible characters alone for blank', () => {
    const result =
      services[0] &&
      prepareOrder(services[0], {
        target: 'https://example.com/x',
        quantity: '1',
        params: { note: '\u200b \u2060' },
      })
    expect(result?.ok && result.order.params).toEqual({})
  })

  test('gives the issues of the target with the others', () => {
    const result = services[0] && prepareOrder(services[0], { target: 'my video', quantity: 'abc' })
    expect(result).toEqual({
      ok: false,
      issues: [
        { code: 'not_a_link', path: 'target' },
        { code: 'not_an_integer', path: 'quantity' },
      ],
    })
  })

  test.each([
    ['', 'required'],
    ['my video', 'not_a_link'],
  ])('keeps the price when only the link %j is at fault', (target, code) => {
    const order = { quantity: '2000', drip: true }
    const quoted = services[0] && quote(services[0], order)
    const result = services[0] && prepareOrder(services[0], { target, ...order })
    expect(result).toEqual({
      ok: false,
      issues: [{ code, path: 'target' }],
      quote: quoted?.ok && quoted.quote,
    })
  })

  test('leaves the quantity out if the service counts it', () => {
    const result =
      panelServices[0] && prepareOrder(panelServices[0], { target: 'someone', params: { comments: 'a\nb' } })
    expect(result?.ok && result.order).toEqual({
      serviceId: '1',
      target: 'someone',
      quantity: undefined,
      drip: false,
      params: { comments: 'a\nb' },
    })
  })
})

describe('checkTarget', () => {
  const linked = { takesTarget: true, example: 'https://example.com/x' }
  const named = { takesTarget: true, example: '' }
  const none = { takesTarget: false, example: '' }

  test.each([
    [linked, 'https://example.com/a', []],
    [linked, 'HTTP://example.com', []],
    [linked, 'example.com', ['not_a_link']],
    [linked, 'https://', ['not_a_link']],
    [linked, 'https:///x', ['not_a_link']],
    [linked, 'https://example.com/a b', ['not_a_link']],
    [linked, 'javascript:alert(1)', ['not_a_link']],
    [linked, ' ', ['required']],
    [linked, '\u200b', ['required']],
    [linked, ' \u2066https://example.com/a\u2069\u200e ', []],
    [linked, 'ht\u200btps://exam\u00adple.com\ufeff/a', []],
    [linked, 'https://\u200b', ['not_a_link']],
    [{ takesTarget: true, example: '\u200ehttps://example.com/x' }, 'someone', ['not_a_link']],
    [named, 'java\u200bscript:alert(1)', ['not_a_link']],
    [none, '\u200b', []],
    [named, 'someone', []],
    [named, 'some one', ['not_a_link']],
    [named, 'javascript:alert(1)', ['not_a_link']],
    [none, '', []],
    [none, 'someone', ['unknown_param']],
  ])('%j judges %j', (service, target, codes) => {
    expect(checkTarget(service, target).map(issue => issue.code)).toEqual(codes)
  })
})
