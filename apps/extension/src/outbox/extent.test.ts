import { parseServices, prepareOrder } from '@orderwright/core'
import { expect, test } from 'vitest'
import { type Extent, extentOf } from './extent.ts'

const link = 'https://www.youtube.com/watch?v=jofNR_WkoCE'

test.each<[string, Parameters<typeof prepareOrder>[1], Extent]>([
  ['Default', { quantity: '50', target: link }, { kind: 'count', total: '50' }],
  [
    'Default',
    { quantity: '50', target: link, params: { runs: '10', interval: '30' } },
    { kind: 'count', total: '500' },
  ],
  [
    'Custom Comments',
    { target: link, params: { comments: 'One\n\nTwo\nThree' } },
    { kind: 'count', total: '3' },
  ],
  ['Package', { target: link }, { kind: 'package' }],
  ['Subscriptions', { params: { username: 'someone', min: '5', max: '9', delay: '0' } }, { kind: 'later' }],
])('of an order of the type %s with %j is %j', (type, request, extent) => {
  const row = { service: 1, name: 'Sample', type, category: 'S', rate: '1', min: '1', max: '100' }
  const [service] = parseServices('panel', [row]).services
  const prepared = service && prepareOrder(service, request)
  expect(service && prepared?.ok && extentOf(service, prepared.quote, prepared.order.params)).toStrictEqual(
    extent,
  )
})
