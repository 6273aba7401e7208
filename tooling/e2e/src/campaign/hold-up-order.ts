import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { ActionName, FaultHandle } from '@orderwright/mock-server'
import type { Protocol } from '../front/create-front.ts'
import type { CampaignWorker } from './worker.ts'

/** Whose order it is, and where it goes. */
export interface Orderer {
  readonly upstream: UpstreamKind
  readonly protocol: Protocol
  /** The account's name at the upstream. */
  readonly account: string
}

/**
 * Orders, and keeps the connection waiting that the order opens: resolves with what ordering gives as soon as the order is
 * about to open it. After 250 ms Chromium opens a second connection beside it, and after a second both are there.
 */
export async function holdUpOrder<T>(
  worker: CampaignWorker,
  { upstream, protocol, account }: Orderer,
  order: () => Promise<T>,
): Promise<{ readonly ordering: Promise<T> }> {
  const held = readsBefore[upstream].map(action =>
    worker.server.control.faults.add({ fault: 'held', when: 'before', action, account }),
  )
  const ordering = order()
  await Promise.race([met(held, 'all'), failure(ordering)])
  await worker.front.holdUp(protocol)
  for (const plan of held) plan.release()
  return { ordering }
}

/** When a connection that is kept waiting is there, in milliseconds, and what was to go over it too. */
export const openedMs = 1300

/** What the service worker asks for right before an order. */
const readsBefore: Readonly<Record<UpstreamKind, readonly ActionName[]>> = {
  qqtube: ['services', 'funds'],
  panel: ['services', 'balance'],
}

/** No request takes as long to come. */
const requestMs = 8000

/** Resolves once any or all of the plans have met a request. */
export async function met(held: readonly FaultHandle[], count: 'any' | 'all'): Promise<void> {
  const end = Date.now() + requestMs
  const isMet = ({ remaining }: FaultHandle): boolean => remaining() === 0
  while (!(count === 'all' ? held.every(isMet) : held.some(isMet))) {
    if (Date.now() > end)
      throw new Error(`No request came for ${held.map(({ plan }) => plan.action).join(', ')}.`)
    await pause(2)
  }
}

/** Settles only where the action fails. */
export async function failure(acting: Promise<unknown>): Promise<void> {
  await acting
  await new Promise(() => undefined)
}
