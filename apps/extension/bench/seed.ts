import { exportData, importData, saveAccount } from '@orderwright/e2e'
import { type MockServer, mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { OrderEntry } from '../src/orders/history/order-entry.ts'

const kinds = ['Views', 'Likes', 'Comments', 'Subscribers', 'Shares', 'Watch time']
const trees = [
  'Acorn',
  'Birch',
  'Cedar',
  'Elm',
  'Hazel',
  'Larch',
  'Maple',
  'Nutmeg',
  'Oak',
  'Rowan',
  'Willow',
]
const promises = [
  'high retention',
  'slow and steady',
  'from every country',
  'refill for 30 days',
  'instant start',
]

/** A catalogue of so many services, about 600 bytes each, as a large upstream has them. */
export function catalogueOf(count: number): readonly object[] {
  return Array.from({ length: count }, (_, place) => {
    const [kind, tree] = [kinds[place % kinds.length] ?? '', trees[place % trees.length] ?? '']
    return {
      id_service: `${place + 1}`,
      public_name: `${kind} · ${tree} ${place + 1}, ${promises[place % promises.length]}`,
      type_name: kind,
      is_geo: place % 7 === 0 ? '1' : '0',
      is_retention: '0',
      is_drip: place % 5 === 0 ? '1' : '0',
      drip_cost: '0.25',
      amount_minimum: '100',
      amount_increment: '100',
      example: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
      prices: [
        { minimum: '100', maximum: '900', pricing_per: '100', price: `0.${10 + (place % 89)}` },
        { minimum: '1000', maximum: '9900', pricing_per: '1000', price: `${1 + (place % 7)}.05` },
        { minimum: '10000', maximum: '50000', pricing_per: '1000', price: `0.${50 + (place % 49)}` },
      ],
      params: [
        {
          field_label: 'Note',
          field_descr: 'For your own records.',
          field_placeholder: '',
          field_name: 'note',
          field_validators: 'max:200',
          is_price_modifier: '0',
          modify_type: '',
          modify_every: '',
          modify_by: '',
          options: [],
        },
      ],
    }
  })
}

/** So many completed orders of the account, one an hour until now. */
function ordersOf(accountId: string, count: number, now: number): readonly OrderEntry[] {
  return Array.from({ length: count }, (_, place) =>
    completedOrder(accountId, place, now - place * 3_600_000),
  )
}

function completedOrder(accountId: string, place: number, at: number): OrderEntry {
  const orderId = `${900_000 - place}`
  return {
    record: {
      id: `order-${place}`,
      accountId,
      order: {
        serviceId: `${(place % 40) + 1}`,
        target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
        quantity: '1000',
        drip: false,
        params: {},
      },
      confirmed: {
        total: '2.75',
        quantity: '1000',
        delivers: '1000',
        isChargedLater: false,
        currency: 'USD',
        serviceName: `Views · Cedar ${place}, slow and steady`,
        targetTitle: 'A walk along the river',
        balanceBefore: '1000',
      },
      canListOrders: true,
      createdAt: at,
      retryOf: undefined,
      attempt: 1,
      sentAt: at,
      placedAt: at,
      wholeCharge: '2.75',
      state: {
        name: 'closed',
        orderId,
        status: {
          kind: 'found',
          orderId,
          state: 'completed',
          rawStatus: 'Completed',
          isFinal: true,
          startCount: 100,
          currentCount: 1100,
          wantedCount: 1000,
          remains: 0,
          progress: 1,
          charge: '2.75',
          refund: '0',
          currency: 'USD',
        },
      },
      history: [
        { at, event: 'accept', state: 'queued', detail: undefined },
        { at, event: 'begin', state: 'submitting', detail: undefined },
        { at, event: 'accepted', state: 'accepted', detail: orderId },
        { at, event: 'status', state: 'closed', detail: 'completed' },
      ],
    },
  }
}

/** Connects an account at the server, fills the history, and gives the account's id. */
export async function seed(settings: Page, server: MockServer, orderCount: number): Promise<string> {
  const baseUrl = `${server.url}/v1-api`
  const accountId = await saveAccount(settings, {
    kind: 'qqtube',
    name: 'QQTube',
    baseUrl,
    key: mockQqtubeKey,
  })
  if (orderCount > 0) {
    const file = await exportData(settings)
    const orders = JSON.parse(JSON.stringify(ordersOf(accountId, orderCount, Date.now())))
    await importData(settings, { ...file, orders })
  }
  return accountId
}
