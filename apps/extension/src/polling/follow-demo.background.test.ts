import { expect, test, vi } from 'vitest'
import { placed } from '../../test/set-up.ts'
import { consentItem, consentVersion } from '../checkout/consent.ts'
import { handleRequest } from '../messages.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { onOrderChange } from '../orders/open-outbox.background.ts'
import { followDemo } from './follow-demo.background.ts'

test('an order of the demo is seen to move and to end within a minute, though nobody asks', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] })
  try {
    onOrderChange(followDemo)
    await consentItem.set({ version: consentVersion, at: '2026-11-28T12:00:00Z' })
    await handleRequest({ type: 'open-demo' })
    const { id } = await placed({
      id: crypto.randomUUID(),
      accountId: 'demo',
      order: {
        serviceId: '2',
        target: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
        quantity: '1000',
        drip: false,
        params: {},
      },
      confirmed: {
        total: '2.8',
        quantity: '1000',
        delivers: '1000',
        isChargedLater: false,
        serviceName: 'Views · small orders',
        targetTitle: 'A walk along the river',
      },
      retryOf: null,
      reviewedAt: Date.now(),
      seen: [],
    })
    const states = new Set<string>()
    for (let second = 0; second < 60 && !states.has('closed'); second++) {
      await vi.advanceTimersByTimeAsync(1_000)
      // Storage answers in its own time, which is not the clock's.
      for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve))
      states.add((await orderStore.get(id))?.state.name ?? 'gone')
    }
    expect([...states]).toStrictEqual(['accepted', 'open', 'closed'])
  } finally {
    vi.useRealTimers()
  }
})
