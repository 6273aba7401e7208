import type { Transport } from '../transport/transport.ts'
import type { Upstream } from '../upstream/upstream.ts'
import { add } from './add.ts'
import { balance } from './balance.ts'
import { batchSize } from './batch.ts'
import { cancel } from './cancel.ts'
import { refillStatuses } from './refill-statuses.ts'
import { refills } from './refills.ts'
import { services } from './services.ts'
import { statuses } from './statuses.ts'

/** A v2 panel in the form that all upstreams share. */
export function createPanelUpstream(transport: Transport): Upstream {
  return {
    kind: 'panel',
    capabilities: { canListOrders: false, canRefill: true, canCancel: true, statusBatchSize: batchSize },
    services: (options = {}) => services(transport, options),
    balance: (options = {}) => balance(transport, options),
    add: (order, options = {}) => add(transport, order, options),
    statuses: (orderIds, options = {}) => statuses(transport, orderIds, options),
    orders: () => {
      throw new TypeError('A panel lists no orders: ask capabilities.canListOrders first')
    },
    refill: (orderIds, options = {}) => refills(transport, orderIds, options),
    refillStatuses: (refillIds, options = {}) => refillStatuses(transport, refillIds, options),
    cancel: (orderIds, options = {}) => cancel(transport, orderIds, options),
  }
}
