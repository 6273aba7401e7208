import { describe, expect, it } from 'vitest'
import type { Subscription } from './order.ts'
import { endOfSubscription, orderTimes } from './subscriptions.ts'

const subscription: Subscription = {
  username: 'someone',
  minimum: 1n,
  maximum: 2n,
  delayMs: 5,
  oldPosts: 2,
  newPosts: 3,
  endsAt: Number.POSITIVE_INFINITY,
  postEveryMs: 100,
  orders: [],
}

describe('a subscription taken at 1000, for a post every 100 with a delay of 5', () => {
  it.each([
    ['without an end', {}, [1000, 1000, 1105, 1205, 1305], 1305],
    ['that expires just before its second new post', { endsAt: 1204 }, [1000, 1000, 1105], 1204],
    ['that expires with its second new post', { endsAt: 1205 }, [1000, 1000, 1105, 1205], 1205],
    ['that had expired before', { endsAt: 999 }, [], 999],
    ['for old posts alone', { newPosts: 0 }, [1000, 1000], 1000],
    ['for nothing', { newPosts: 0, oldPosts: 0 }, [], 1000],
  ])('%s orders at its times and ends', (_, change, times, end) => {
    expect(orderTimes({ ...subscription, ...change }, 1000)).toEqual(times)
    expect(endOfSubscription({ ...subscription, ...change }, 1000)).toBe(end)
  })
})
