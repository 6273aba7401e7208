import { parseServices, type Service } from '@orderwright/core'
import { expect, test } from 'vitest'
import { dripFeedOf } from './drip-feed.ts'

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
