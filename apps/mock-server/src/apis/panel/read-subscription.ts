import type { Fields } from '../../http/fields.ts'
import type { Subscription } from '../../simulator/order.ts'
import { seededInteger } from '../../simulator/random.ts'
import { readWholeNumber } from '../field-schemas.ts'

/** An endless subscription ends here: nobody publishes more while a test runs. */
const mostPosts = 100

/** The terms of a subscription. What cannot be read is an issue of the order, which is then not taken. */
export function readSubscription(seed: string, fields: Fields): Subscription {
  const username = fields.get('username') ?? ''
  const oldPosts = posts(fields.get('old_posts') ?? '0')
  // Clients that send every field send a 0 for no bound; beside old posts it means what it says.
  const newPosts = posts(fields.get('posts') ?? String(mostPosts))
  return {
    username,
    minimum: readWholeNumber(fields.get('min')) ?? 0n,
    maximum: readWholeNumber(fields.get('max')) ?? 0n,
    delayMs: Number(readWholeNumber(fields.get('delay')) ?? 0n) * 60_000,
    oldPosts,
    newPosts: newPosts === 0 && oldPosts === 0 ? mostPosts : newPosts,
    endsAt: endOfDay(fields.get('expiry')),
    postEveryMs: 60_000 * seededInteger(seed, ['post', username], 10, 60),
    orders: [],
  }
}

function posts(text: string): number {
  const count = readWholeNumber(text) ?? 0n
  return count < BigInt(mostPosts) ? Number(count) : mostPosts
}

/** The last millisecond of a day given as d/m/Y, taken as UTC. */
function endOfDay(text: string | undefined): number {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text?.trim() ?? '') ?? []
  if (year === '') return Number.POSITIVE_INFINITY
  return Date.UTC(Number(year), Number(month) - 1, Number(day) + 1) - 1
}
