import { Decimal, parseServices, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import { describeDripFeed, dripFeedOf, dripFeedSentence } from './drip-feed.ts'

function panelService(type: string): Service | undefined {
  const row = { service: 1, name: 'Sample', type, category: 'S', rate: '1', min: '1', max: '10' }
  return parseServices('panel', [row]).services[0]
}

test.each([
  ['Default', ['runs', 'interval']],
  ['Web Traffic', ['runs', 'interval']],
  ['Custom Comments', undefined],
  ['Subscriptions', undefined],
  ['Package', undefined],
])('of the type %s is %j', (type, names) => {
  const service = panelService(type)
  const dripFeed = service && dripFeedOf(service)
  expect(dripFeed && [dripFeed.runs.name, dripFeed.interval.name]).toStrictEqual(names)
})

test('a multiplier that stands alone, such as minutes, is none', () => {
  const service = panelService('Default')
  const params = service?.params.map(param => ({ ...param, requires: undefined })) ?? []
  expect(dripFeedOf({ params })).toBeUndefined()
})

const row = { service: 1, name: 'Sample', type: 'Default', category: 'S', rate: '1', min: '1', max: '10' }

const [service] = parseServices('panel', [row]).services

const quantity = new Decimal(1000)

test.each([
  ['10', '30', '10,000 in 10 runs of 1,000', 'one every 30 min, the last one after 4 h 30 min'],
  ['2', '1', '2,000 in 2 runs of 1,000', 'one every 1 min, the last one after 1 min'],
  ['25', '60', '25,000 in 25 runs of 1,000', 'one every 1 h, the last one after 1 d'],
  ['50', '90', '50,000 in 50 runs of 1,000', 'one every 1 h 30 min, the last one after 3 d 1 h'],
])('%s runs every %s minutes are %s', (runs, interval, amount, schedule) => {
  expect(service && describeDripFeed(service, { quantity }, { runs, interval })).toStrictEqual({
    amount,
    schedule,
  })
})

test.each([{}, { runs: '2' }, { runs: '', interval: '' }, { runs: 'two', interval: '1' }])(
  'of %j there is nothing to say',
  params => expect(service && describeDripFeed(service, { quantity }, params)).toBeUndefined(),
)

test('the sentence names the whole price', () => {
  expect(dripFeedSentence({ amount: 'A', schedule: 'one every 1 h' }, '9', 'EUR')).toBe(
    'A: €9.00 in all. The first begins at once, then one every 1 h.',
  )
})
