import { Decimal } from '@orderwright/core'
import { createDraft, type OrderRecord } from '@orderwright/outbox'

const sampleQuote = { total: new Decimal('2.5'), quantity: new Decimal('1000'), isChargedLater: false }

/** Returns a draft of an order of the mock's service 1, for a target of its own. */
export function sampleDraft(id: string, change: Partial<OrderRecord> = {}): OrderRecord {
  const target = `https://www.youtube.com/watch?v=${id.padStart(11, '-')}`
  const draft = createDraft({
    id,
    accountId: 'main',
    order: { serviceId: '1', target, quantity: '1000', drip: false, params: {} },
    quote: sampleQuote,
    serviceName: 'Sample views',
    canListOrders: true,
    createdAt: 1_800_000_000_000,
  })
  return { ...draft, ...change }
}
