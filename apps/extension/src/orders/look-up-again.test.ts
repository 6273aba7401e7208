import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { entryIn, madeAt, placedEntry, unknownState } from '../../test/order-entry.ts'
import type { OrderEntry } from './history/order-entry.ts'
import { lookAgainInTime } from './look-up-again.ts'

beforeEach(() => vi.useFakeTimers({ now: madeAt }))

afterEach(() => vi.useRealTimers())

/** What the worker is asked while a popup shows these orders. */
function watch(...shown: readonly OrderEntry[]) {
  const end = new AbortController()
  onTestFinished(() => end.abort())
  const asked: unknown[] = []
  chrome.runtime.sendMessage = async (message: unknown) => void asked.push(message)
  const entries = signal<readonly OrderEntry[]>(shown)
  lookAgainInTime(entries, end.signal)
  return { asked, entries, end }
}

const unknownUntil = (lookAgainAt: number, canListOrders = true): OrderEntry =>
  entryIn({ ...unknownState, since: madeAt, lastLookedUpAt: madeAt, lookAgainAt }, { canListOrders })

test('an unknown order is looked up again when the time has come, once', () => {
  const { asked } = watch(unknownUntil(madeAt + 300_000), placedEntry())
  vi.advanceTimersByTime(299_999)
  expect(asked).toStrictEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toStrictEqual([{ type: 'look-up-order', id: 't' }])
  vi.advanceTimersByTime(3_600_000)
  expect(asked).toHaveLength(1)
})

test('it is not once it is known, the popup is closed, or its upstream lists nothing', () => {
  const known = watch(unknownUntil(madeAt + 10))
  known.entries.value = [placedEntry()]
  vi.advanceTimersByTime(20)
  const closed = watch(unknownUntil(madeAt + 30))
  closed.end.abort()
  const unlisted = watch(unknownUntil(madeAt + 30, false))
  vi.advanceTimersByTime(20)
  expect([known.asked, closed.asked, unlisted.asked]).toStrictEqual([[], [], []])
})

test('a time that is far ahead, as after a clock was set back, does not ring at once', () => {
  const { asked } = watch(unknownUntil(madeAt + 2 ** 32))
  vi.advanceTimersByTime(3_599_999)
  expect(asked).toStrictEqual([])
})
