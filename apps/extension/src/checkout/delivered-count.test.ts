import { parseServices, prepareOrder } from '@orderwright/core'
import { expect, test } from 'vitest'
import { deliveredCount } from './delivered-count.ts'

const link = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

test.each<[string, Parameters<typeof prepareOrder>[1], string | null]>([
  ['Default', { quantity: '50', target: link }, '50'],
  ['Default', { quantity: '50', target: link, params: { runs: '10', interval: '30' } }, '500'],
  ['Custom Comments', { target: link, params: { comments: 'One\n\nTwo\nThree' } }, '3'],
  ['Package', { target: link }, null],
  ['Subscriptions', { params: { username: 'someone', min: '5', max: '9', delay: '0' } }, null],
])('an order of the type %s with %j delivers %j', (type, request, count) => {
  const row = { service: 1, name: 'Sample', type, category: 'S', rate: '1', min: '1', max: '100' }
  const [service] = parseServices('panel', [row]).services
  const prepared = service && prepareOrder(service, request)
  expect(
    service && prepared?.ok && deliveredCount(service, prepared.quote, prepared.order.params),
  ).toStrictEqual(count)
})
