import { NetworkError, type OrderStatus } from '@orderwright/client'
import { describe, expect, test } from 'vitest'
import {
  minuteMs,
  sampleListed,
  sampleRecord,
  sampleStates,
  sampleStatus,
  start,
} from '../../test/samples.ts'
import { scriptedSender } from '../../test/scripted-sender.ts'
import { createMemoryLock } from '../adapters/memory-lock.ts'
import { createMemoryStore } from '../adapters/memory-store.ts'
import type { OrderRecord } from '../record/record-schema.ts'
import { createOutbox } from './create-outbox.ts'
import type { OutboxPorts } from './ports.ts'

const dayMs = 86_400_000

/** Open orders, by number, that changed last at `start` and are due then. */
function openOrders(count: number, change: (index: number) => Partial<OrderRecord> = () => ({})) {
  return Array.from({ length: count }, (_, index) => {
    const orderId = `${index}`
    const state = { name: 'open', orderId, status: { ...sampleStatus, orderId } } as const
    return sampleRecord(state, { id: `form-${index}`, dueAt: start, ...change(index) })
  })
}

/** An outbox whose upstream answers by `answer`, and what it was asked. */
function open(
  records: readonly OrderRecord[],
  answer: (orderId: string) => OrderStatus = orderId => ({ ...sampleStatus, orderId }),
  ports: Partial<OutboxPorts> = {},
) {
  const sender = scriptedSender({ canListOrders: true })
  const requests: (readonly string[])[] = []
  sender.statuses = async orderIds => {
    requests.push(orderIds)
    return orderIds.map(answer)
  }
  const store = createMemoryStore(records)
  const clock = { at: start, now: () => clock.at }
  const lock = createMemoryLock()
  const outbox = createOutbox({ store, lock, clock, senderFor: async () => sender, ...ports })
  const dueAt = async (id: string) => (await store.get(id))?.dueAt
  return { outbox, store, sender, requests, clock, lock, dueAt }
}

describe('a poll', () => {
  test('asks about what is due, in batches as large as one request covers', async () => {
    const { outbox, requests } = open(openOrders(250))
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 250, changed: [], error: undefined })
    expect(requests.map(({ length }) => length)).toEqual([100, 100, 50])
  })

  test('fills the last batch up with what soon will be due, first what is due first', async () => {
    // Quiet for an hour, asked about every 10 minutes: from half of that on it goes along.
    const soon = openOrders(300, index => ({
      dueAt: index < 10 ? start : start + 4 * minuteMs - index,
      createdAt: start - 60 * minuteMs,
    }))
    const { outbox, requests } = open(soon)
    await outbox.pollDue('a')
    expect(requests.map(({ length }) => length)).toEqual([100])
    expect(requests[0]?.slice(0, 11)).toEqual([...'0123456789', '210'])
    expect(requests[0]?.at(-1)).toBe('299')
  })

  test('lets what is due much later wait for its own time', async () => {
    const records = openOrders(2, index => ({
      dueAt: start + index * 6 * minuteMs,
      createdAt: start - 60 * minuteMs,
    }))
    const { outbox, requests } = open(records)
    await outbox.pollDue('a')
    expect(requests).toEqual([['0']])
  })

  test('ends between two batches once the outbox is drained', async () => {
    const { outbox, sender, requests } = open(openOrders(250))
    const { statuses } = sender
    let drained: Promise<void> | undefined
    sender.statuses = async orderIds => {
      drained ??= outbox.drain()
      return await statuses(orderIds)
    }
    await outbox.pollDue('a')
    await drained
    expect(requests).toHaveLength(1)
  })

  test('asks about nothing before its time', async () => {
    const { outbox, requests } = open(openOrders(1, () => ({ dueAt: start + 1 })))
    expect(await outbox.pollDue('a')).toEqual({ asked: 0, changed: [], nextAt: start + 1, error: undefined })
    expect(requests).toEqual([])
  })

  test('asks about neighbours together', async () => {
    const { outbox, requests } = open(openOrders(200, index => ({ dueAt: start - (index % 2) })))
    await outbox.pollDue('a')
    expect(requests.map(ids => [ids[0], ids.at(-1)])).toEqual([
      ['0', '99'],
      ['100', '199'],
    ])
  })

  test('asks about no other account’s orders', async () => {
    const { outbox, requests } = open(openOrders(1, () => ({ accountId: 'b' })))
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 0, nextAt: undefined })
    expect(requests).toEqual([])
  })

  test('asks about no more at once than it may', async () => {
    const { outbox, requests } = open(openOrders(300, index => ({ dueAt: start - index })))
    await outbox.pollDue('a', 100)
    expect(requests).toHaveLength(1)
    expect([requests[0]?.[0], requests[0]?.at(-1)]).toEqual(['200', '299'])
  })

  test.each([
    ['a minute after a change', start, start + minuteMs],
    ['later the longer it is quiet', start - 60 * minuteMs, start + 10 * minuteMs],
    ['a day later at most', start - 30 * dayMs, start + dayMs],
  ])('asks again %s', async (_, createdAt, next) => {
    const { outbox, dueAt } = open(openOrders(1, () => ({ createdAt })))
    expect((await outbox.pollDue('a')).nextAt).toBe(next)
    expect(await dueAt('form-0')).toBe(next)
  })

  test('stores what changed and asks about what ended no more', async () => {
    const completed = { ...sampleStatus, state: 'completed', isFinal: true } as const
    const { outbox, dueAt } = open(openOrders(2), orderId =>
      orderId === '0' ? { ...completed, orderId } : { kind: 'missing', orderId },
    )
    const { changed } = await outbox.pollDue('a')
    expect(changed).toMatchObject([{ id: 'form-0', state: { name: 'closed' } }])
    expect([await dueAt('form-0'), await dueAt('form-1')]).toEqual([undefined, start + minuteMs])
  })

  test('leaves out an order that the upstream cannot be asked about, and asks about the others', async () => {
    const { outbox, sender, dueAt } = open(openOrders(3))
    const { statuses } = sender
    sender.statuses = async orderIds => {
      if (orderIds.includes('1')) throw new TypeError('no such id')
      return await statuses(orderIds)
    }
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 3, error: undefined })
    expect(await dueAt('form-1')).toBe(start + minuteMs)
  })

  test('looks up what is in doubt, by one listing', async () => {
    const unknown = sampleRecord(sampleStates.unknown, { dueAt: start })
    const { outbox, sender } = open([unknown])
    sender.orders = async function* () {
      yield sampleListed
    }
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 1, changed: [{ state: { name: 'open' } }] })
  })

  test('looks a last time for what counts as not placed', async () => {
    const { outbox, dueAt } = open([sampleRecord(sampleStates.not_placed, { dueAt: start })])
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 1, changed: [], nextAt: undefined })
    expect(await dueAt('one')).toBeUndefined()
  })

  test('of an account that is being polled does nothing', async () => {
    const { outbox, requests, lock } = open(openOrders(1))
    await lock.run('outbox poll a', async () => {
      expect(await outbox.pollDue('a')).toMatchObject({ asked: 0, nextAt: start })
    })
    expect(requests).toEqual([])
  })
})

describe('an upstream that cannot be asked', () => {
  const failing = (retryAfterMs?: number) => {
    const it = open(openOrders(150))
    const { statuses } = it.sender
    let requests = 0
    it.sender.statuses = async orderIds => {
      requests += 1
      if (requests > 1) throw new NetworkError('offline', { retryAfterMs })
      return await statuses(orderIds)
    }
    return it
  }

  test('is left alone for longer each time, and what it has answered counts', async () => {
    const { outbox, clock, dueAt } = failing()
    expect(await outbox.pollDue('a')).toMatchObject({ asked: 150, nextAt: start + minuteMs })
    expect([await dueAt('form-0'), await dueAt('form-149')]).toEqual([start + minuteMs, start])
    expect(await outbox.pollDue('a')).toEqual({
      asked: 0,
      changed: [],
      nextAt: start + minuteMs,
      error: undefined,
    })
    clock.at = start + minuteMs
    expect((await outbox.pollDue('a')).nextAt).toBe(clock.at + 2 * minuteMs)
  })

  test('is left alone for as long as it asks', async () => {
    expect((await failing(600_000).outbox.pollDue('a')).nextAt).toBe(start + 600_000)
  })
})
