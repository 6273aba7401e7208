import { parseServices, prepareOrder, type Service } from '@orderwright/core'
import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { reviewFacts } from '../checkout/review-facts.ts'
import { youtubeTarget } from '../youtube-target.ts'
import { blankForm, createOrderForm, type OrderForm } from './form-model.ts'
import type { Page } from './page-model.ts'
import { priceHint } from './ui/price-panel.tsx'
import { messages as texts } from './ui/texts/en.generated.ts'

const video = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

const { services } = parseServices('qqtube', [
  {
    id_service: '7',
    public_name: 'Sample views',
    type_name: 'Views',
    amount_minimum: '100',
    amount_increment: '100',
    is_drip: '1',
    drip_cost: '0.25',
    example: video,
    prices: [{ minimum: '100', maximum: '5000', pricing_per: '1000', price: '2.50' }],
    params: [
      {
        field_name: 'minutes',
        field_label: 'Minutes',
        field_validators: 'required|min:10|increment:10',
        is_price_modifier: '1',
        modify_type: 'multiply',
        modify_every: '10',
        modify_by: '1',
        options: [],
      },
      {
        field_name: 'place',
        field_label: 'Place',
        field_validators: '',
        options: [
          { name: 'Choose', value: 'none', error_selection: '1' },
          { name: 'Berlin', value: 'BER', error_selection: '0' },
        ],
      },
    ],
  },
  {
    id_service: '8',
    public_name: 'Sample likes',
    type_name: 'Likes',
    example: video,
    prices: [{ minimum: '1', maximum: '10', pricing_per: '1', price: '1' }],
    params: [],
  },
])

function form(link = video, offered: readonly Service[] = services): OrderForm {
  const target = youtubeTarget(link)
  return createOrderForm({
    services: signal<readonly Service[]>(offered),
    page: signal<Page | undefined>(target && { target, title: 'A walk' }),
    currency: signal('USD'),
  })
}

/** A form that lacks nothing. */
function complete(): OrderForm {
  const it = form()
  it.change({ serviceId: '7', quantity: '2000' })
  it.changeParam('minutes', '30')
  return it
}

const total = (it: OrderForm): string | undefined => it.quote.value?.total.toFixed()

describe('the order form', () => {
  test('prices an order once a key, whether or not its link is there', () => {
    for (const link of [video, 'https://example.com/']) {
      let looks = 0
      const counted = services.map(service => ({
        ...service,
        // Tiers and params are read once for all orders; this is looked at for each that asks for it.
        get drip() {
          looks += 1
          return service.drip
        },
      }))
      const looksOf = (act: () => unknown): number => {
        looks = 0
        act()
        return looks
      }
      const it = form(link, counted)
      it.change({ serviceId: '7' })
      it.change({ drip: true })
      it.changeParam('minutes', '10')
      const [service] = counted
      const order = { quantity: '2000', drip: true, params: { minutes: '10' } }
      const price = () => service && prepareOrder(service, order)
      price()
      const once = looksOf(price)
      expect(once).toBeGreaterThan(0)
      const aKey = looksOf(() => {
        it.change({ quantity: '2000' })
        expect(total(it)).toBe('10')
        expect([it.order.value === undefined, it.openIssues.value.length]).toEqual(
          link === video ? [false, 0] : [true, 1],
        )
      })
      // The form looks at it once itself, before it asks.
      expect(aKey).toBe(once + 1)
    }
  })

  test('shows the price with every key', () => {
    const it = form()
    it.change({ serviceId: '7' })
    const seen = ['2', '20', '200', '2000'].map(quantity => {
      it.change({ quantity })
      it.changeParam('minutes', '10')
      return total(it)
    })
    expect(seen).toStrictEqual([undefined, undefined, '0.5', '5'])
  })

  test('shows an issue once its field was left, and no sooner', () => {
    const it = form()
    it.change({ serviceId: '7', quantity: '150' })
    expect(it.issueOf('quantity')).toBeUndefined()
    it.leave('quantity')
    expect(it.issueOf('quantity')).toContain('steps of 100')
    expect(it.issueOf('minutes')).toBeUndefined()
    it.change({ quantity: '200' })
    expect(it.issueOf('quantity')).toBeUndefined()
  })

  test('shows every issue once a review was asked for, in the words of its field', () => {
    const it = form()
    it.change({ serviceId: '7' })
    expect(it.complete()).toBeUndefined()
    expect([it.issueOf('quantity'), it.issueOf('minutes'), it.issueOf('place')]).toStrictEqual([
      'Quantity is required.',
      'Minutes is required.',
      undefined,
    ])
  })

  test('asks for a service first', () => {
    const it = form()
    expect(it.complete()).toBeUndefined()
    expect(it.issueOf('service')).toBe('Choose a service.')
  })

  test('another service starts without issues, and without the values of its params', () => {
    const it = complete()
    it.change({ serviceId: '8', quantity: '11', drip: true })
    expect(it.issueOf('quantity')).toBeUndefined()
    it.change({ quantity: '2' })
    expect(it.complete()?.order).toStrictEqual({
      serviceId: '8',
      target: video,
      quantity: '2',
      drip: false,
      params: {},
    })
  })

  test('without a page it needs a link, and says so', () => {
    const it = form('')
    it.change({ serviceId: '8', quantity: '2' })
    expect(total(it)).toBe('2')
    expect(it.complete()).toBeUndefined()
    expect(it.issueOf('target')).toContain('Paste the link of a video')
    it.change({ link: 'https://youtu.be/jofNR_WkoCE?t=1' })
    expect(it.complete()?.order.target).toBe(video)
  })

  test('a title goes with the page alone, not with a pasted link', () => {
    const it = complete()
    expect(it.complete()?.title).toBe('A walk')
    it.change({ link: 'https://youtu.be/aaaaaaaaaaa' })
    expect(it.complete()?.title).toBe('')
  })

  test('starting over empties it', () => {
    const it = complete()
    it.reset(blankForm)
    expect([it.service.value, it.issueOf('quantity'), total(it)]).toStrictEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})

test('the price panel says what to do next', () => {
  const it = form()
  const hints = [priceHint(it)]
  it.change({ serviceId: '7' })
  hints.push(priceHint(it))
  it.change({ quantity: '1' })
  hints.push(priceHint(it))
  it.change({ quantity: '100' })
  hints.push(priceHint(it))
  expect(hints).toStrictEqual([
    texts.price.chooseService(),
    texts.price.enterQuantity(),
    texts.price.fix({ count: 2, shown: '2', field: 'Quantity' }),
    texts.price.fix({ count: 1, shown: '1', field: 'Minutes' }),
  ])
})

test('the review names everything that is sent, options by their names', () => {
  const it = complete()
  it.changeParam('place', 'BER')
  it.change({ drip: true })
  const order = it.complete()
  expect(order && reviewFacts(order)).toStrictEqual([
    { label: 'For', value: `A walk\n${video}` },
    { label: 'Service', value: 'Sample views (number 7)' },
    { label: 'Quantity', value: '2,000' },
    { label: 'Minutes', value: '30' },
    { label: 'Place', value: 'Berlin' },
    { label: 'Delivery', value: 'By drip' },
  ])
})

test('a quantity is read as people write it, and what was understood is told', () => {
  const it = complete()
  it.change({ quantity: '2,000' })
  expect([it.understoodQuantity.value, it.complete()?.order.quantity]).toStrictEqual(['2000', '2000'])
  it.change({ quantity: '2k' })
  expect([it.understoodQuantity.value, it.order.value?.quantity]).toStrictEqual(['2000', '2000'])
  it.change({ quantity: '2000' })
  expect(it.understoodQuantity.value).toBe('')
})

test('a quantity with two meanings has no price and is asked about', () => {
  const it = complete()
  it.change({ quantity: '2.000' })
  expect([it.quote.value, it.order.value, it.complete()]).toStrictEqual([undefined, undefined, undefined])
  expect(it.issueOf('quantity')).toContain('2,000 or 2?')
  it.change({ quantity: '150' })
  expect(it.issueOf('quantity')).toContain('100 or 200')
})
