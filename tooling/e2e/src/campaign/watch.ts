import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { OrderView } from '@orderwright/mock-server'
import { type HistoryEntry, readHistory, type Standing } from '../popup/order-history.ts'
import type { CampaignWorker } from './worker.ts'

/** The extension's own deadline for an order is 25 s; a person has given up by then. */
const patienceMs = 40_000

/** Between two turns of the same work nothing is held: so many looks in a row have to find that. */
const quietReads = 4

/** The order of a case, among all others. */
export interface Sought {
  readonly upstream: UpstreamKind
  /** The account's name at the upstream. */
  readonly account: string
  readonly videoId: string
}

/** What the extension remembers of the order. */
export async function remembered(
  worker: CampaignWorker,
  { videoId }: Sought,
): Promise<readonly HistoryEntry[]> {
  const history = await readHistory(worker.desk())
  return history.filter(({ target }) => target.includes(videoId))
}

export async function isStanding(
  worker: CampaignWorker,
  sought: Sought,
  standing: Standing,
): Promise<boolean> {
  return (await remembered(worker, sought)).some(entry => entry.standing === standing)
}

/** What the upstream took of the order, as its website shows to a person. */
export function taken(worker: CampaignWorker, { account, videoId }: Sought): readonly OrderView[] {
  return worker.server.control.orders.list({ account }).filter(({ target }) => target.includes(videoId))
}

/** How many requests to place the order have reached the upstream. */
export function sent(worker: CampaignWorker, { account, videoId }: Sought): number {
  return worker.server.control.requestLog
    .list({ action: 'add', account })
    .filter(({ fields }) => Object.values(fields).some(text => text.includes(videoId))).length
}

/** What is remembered once that is enough, or once nobody would wait any longer. */
export async function rememberedOnce(
  worker: CampaignWorker,
  sought: Sought,
  isEnough: (entries: readonly HistoryEntry[]) => boolean,
  withinMs: number = patienceMs,
): Promise<readonly HistoryEntry[]> {
  const end = Date.now() + withinMs
  for (;;) {
    const entries = await remembered(worker, sought)
    if (isEnough(entries) || Date.now() > end) return entries
    await pause(60)
  }
}

/** What is remembered once the order is no longer on its way, and none is still to come. */
export async function settled(worker: CampaignWorker, sought: Sought): Promise<readonly HistoryEntry[]> {
  await idle(worker)
  return await rememberedOnce(worker, sought, areSettled)
}

/** Resolves once the extension is at nothing that takes turns, which all of its sending, looking up and asking does. */
async function idle(worker: CampaignWorker): Promise<void> {
  // The service worker starts where none runs, and hears whatever was asked of it before this.
  await worker.desk().evaluate(() => chrome.runtime.sendMessage({ type: 'read-key-status' }))
  const end = Date.now() + patienceMs
  let quiet = 0
  while (quiet < quietReads && Date.now() < end) {
    const isAtWork = await worker.desk().evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return held.length + pending.length > 0
    })
    quiet = isAtWork ? 0 : quiet + 1
    await pause(20)
  }
}

/** Whether none is on its way. */
export function areSettled(entries: readonly HistoryEntry[]): boolean {
  return entries.every(({ standing }) => standing !== 'open')
}
