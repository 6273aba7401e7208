import type { ListedOrder } from '@orderwright/client'
import { youtubeTarget } from '../youtube-target.ts'
import type { OrderEntry } from './order-entry.ts'

const minuteMs = 60_000

/** Clocks differ a little between two machines. */
const closeMs = 15 * minuteMs

/** QQTube's times name no zone, so an order may seem to be up to a day away from when it was made. */
const possibleMs = 25 * 60 * minuteMs

export interface Matches {
  /** The one listed order that can be no other. */
  readonly certain: ListedOrder | undefined
  /** All that could be it, the certain one included. */
  readonly possible: readonly ListedOrder[]
}

/**
 * Which of an upstream's listed orders could be the unknown one: same service, quantity and target, at about
 * the same time, and not already known under its number.
 */
export function matchOrders(
  entry: OrderEntry,
  listed: readonly ListedOrder[],
  knownIds: ReadonlySet<string>,
): Matches {
  const possible = listed.filter(
    order => !knownIds.has(order.orderId) && isSame(entry, order) && distanceMs(entry, order) <= possibleMs,
  )
  const close = possible.filter(order => distanceMs(entry, order) <= closeMs)
  const [first] = close
  return { certain: possible.length === 1 ? first : undefined, possible }
}

/** Whether what is listed from here on is too old to be the entry. */
export function isTooOld(entry: OrderEntry, order: ListedOrder): boolean {
  return (
    order.createdAt !== undefined && Date.parse(order.createdAt) < Date.parse(entry.createdAt) - possibleMs
  )
}

function isSame({ order }: OrderEntry, listed: ListedOrder): boolean {
  if (listed.serviceId !== order.serviceId) return false
  if (order.quantity !== undefined && `${listed.wantedCount}` !== order.quantity) return false
  return listed.target === undefined || isSameTarget(order.target ?? '', listed.target)
}

/** Upstreams shorten a link: to a video's id, to a channel, or not at all. */
function isSameTarget(target: string, listed: string): boolean {
  if (target === listed || listed === '') return true
  const own = youtubeTarget(target)
  if (own === undefined) return false
  if (own.kind === 'video') return own.id === listed || youtubeTarget(listed)?.url === own.url
  return (
    own.url.endsWith(`/${listed}`) || own.url.endsWith(`=${listed}`) || youtubeTarget(listed)?.url === own.url
  )
}

function distanceMs(entry: OrderEntry, { createdAt }: ListedOrder): number {
  return createdAt === undefined ? 0 : Math.abs(Date.parse(createdAt) - Date.parse(entry.createdAt))
}
