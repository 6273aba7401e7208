import pLimit from 'p-limit'
import { type HttpStatusError, isAboutItem, mayBeAboutItem, RefusedError } from '../errors/answer-errors.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { checkedString } from '../transport/options.ts'
import type { Transport } from '../transport/transport.ts'
import { isAskable } from '../upstream/is-askable.ts'
import type { OrderStatus } from '../upstream/order-status.ts'
import { foundOrder } from './found-order.ts'
import { stats } from './stats.ts'
import { stateOfId } from './status.ts'
import { submissionPages } from './submission-pages.ts'
import type { Submission } from './submissions.ts'

/** So few are asked for one by one: `stats` says more than a row of the list. */
const fewIds = 3

/** How many `stats` are under way at once. */
const width = 4

/** After so many rejections in words that nobody knows, with no answer beside them, the call has failed. */
const fewRejections = 4

/** The views services, whose completion `sent_count` tells; a row of the list has none. (The document, `stats`.) */
const viewsServices: ReadonlySet<string> = new Set(['54', '55'])

/**
 * Returns one status for each id, in the order asked, in few requests: the document asks not to poll, and a page of
 * `submissions` covers 500 orders. `stats` is asked for what a row does not tell: `sent_count` of views in
 * progress, the amount of a refund, and ids further back than pages are worth.
 *
 * @throws {UpstreamError} if the upstream cannot be asked. An order that it does not know is data.
 */
export async function statuses(
  transport: Transport,
  orderIds: readonly string[],
  options: CallOptions,
): Promise<readonly OrderStatus[]> {
  for (const id of orderIds) checkedString('orderIds', id)
  const asked = orderIds.map(id => id.trim())
  const found = new Map<string, OrderStatus>()
  const unasked = new Set(asked.filter(isAskable))
  if (unasked.size > fewIds) await readPages(transport, unasked, found, options)
  const doubtful = new Map<string, RefusedError | HttpStatusError>()
  const limit = pLimit(width)
  await limit.map(unasked, async orderId => {
    try {
      found.set(orderId, await statusFromStats(transport, orderId, options))
    } catch (error) {
      const mayBeThisOne = mayBeAboutItem(error)
      if (mayBeThisOne) doubtful.set(orderId, error)
      // That others are answered tells that it is about this one.
      if (mayBeThisOne && (found.size > 0 || doubtful.size < fewRejections)) return
      // Before this fails: the next order is asked about as soon as it has.
      limit.clearQueue()
      throw error
    }
  })
  for (const [orderId, error] of doubtful) {
    if (found.size === 0) throw error
    const messages = error instanceof RefusedError ? error.messages : []
    found.set(orderId, { kind: 'refused', orderId, messages })
  }
  return asked.map(orderId => found.get(orderId) ?? { kind: 'missing', orderId })
}

/**
 * Moves what pages tell from `unasked` to `found`. Pages are read from the newest order on, and from an order on that was asked for
 * if that is more than a page behind: its neighbours are asked about together, as they were placed together. What the whole list
 * does not hold is missing; after a leap nothing is, since an upstream may not number its orders quite in turn.
 */
async function readPages(
  transport: Transport,
  unasked: Set<string>,
  found: Map<string, OrderStatus>,
  options: CallOptions,
): Promise<void> {
  const search: Search = { unasked, found, unseen: new Set(unasked), fruitless: 0 }
  let start: string | undefined
  while (true) {
    const stop = await readFrom(transport, search, start, options)
    if (stop === 'end' && start === undefined) for (const orderId of search.unseen) unasked.delete(orderId)
    if (typeof stop === 'string') return
    // A page begins behind its order, which `stats` is asked for.
    search.unseen.delete(stop.leapTo)
    start = stop.leapTo
  }
}

interface Search {
  readonly unasked: Set<string>
  readonly found: Map<string, OrderStatus>
  /** What no page has had so far. */
  readonly unseen: Set<string>
  /** How many pages had nothing that was asked for. */
  fruitless: number
}

/** Reads pages in turn, until it is better to go on elsewhere, or not at all; or to the end of the list. */
async function readFrom(
  transport: Transport,
  search: Search,
  start: string | undefined,
  options: CallOptions,
): Promise<'end' | 'enough' | { readonly leapTo: string }> {
  for await (const page of submissionPages(transport, { before: start }, options)) {
    takePage(search, page)
    const { unseen, fruitless } = search
    if (unseen.size === 0) return 'enough'
    const leapTo = farBehind(page, unseen)
    // Pages that bring nothing are given up once they cost a tenth of the requests that they could spare.
    if (leapTo === undefined) {
      if (fruitless * 10 > unseen.size) return 'enough'
    } else {
      return unseen.size <= fewIds || (fruitless - 1) * 10 > unseen.size ? 'enough' : { leapTo }
    }
  }
  return 'end'
}

function takePage(search: Search, page: readonly Submission[]): void {
  const rows = page.filter(row => search.unseen.delete(row.orderId))
  for (const row of rows.filter(isTold)) {
    search.unasked.delete(row.orderId)
    search.found.set(row.orderId, foundOrder({ ...row, sentCount: undefined }))
  }
  if (rows.length === 0) search.fruitless += 1
}

/** Returns the newest of the orders that were asked for and stand further back than the next page, if their numbers tell. */
function farBehind(page: readonly Submission[], unseen: ReadonlySet<string>): string | undefined {
  const [first, last] = [numberOf(page[0]?.orderId), numberOf(page.at(-1)?.orderId)]
  if (first === undefined || last === undefined) return undefined
  let newest: { readonly id: string; readonly number: number } | undefined
  for (const id of unseen) {
    const number = numberOf(id)
    if (number === undefined) return undefined
    if (number < last && number > (newest?.number ?? 0)) newest = { id, number }
  }
  const apart = (first - last) / Math.max(1, page.length - 1)
  return newest !== undefined && last - newest.number > apart * page.length ? newest.id : undefined
}

function numberOf(orderId = ''): number | undefined {
  return /^\d{1,15}$/.test(orderId) ? Number(orderId) : undefined
}

function isTold({ statusId, serviceId }: Submission): boolean {
  const state = stateOfId(statusId)
  if (state === 'refunded') return false
  return state === 'completed' || serviceId === undefined || !viewsServices.has(serviceId)
}

async function statusFromStats(
  transport: Transport,
  orderId: string,
  options: CallOptions,
): Promise<OrderStatus> {
  try {
    const answer = await stats(transport, orderId, options)
    const { id: statusId, name: statusName, type: statusType, description } = answer.status
    return foundOrder({ ...answer, statusId, statusName, statusType, description })
  } catch (error) {
    if (!isAboutItem(error)) throw error
    return { kind: 'refused', orderId, messages: error.messages }
  }
}
