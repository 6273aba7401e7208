import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { FaultHandle, FaultPlan } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { Lane } from './lane.ts'
import type { Blow, BlowKind, Moment } from './trial.ts'

/** No moment takes as long to come. */
const momentMs = 8000

/**
 * Acts, waits for the moment that the action leads to, and strikes. Resolves with what lets a request go on that
 * is still held.
 */
export async function strike(
  lane: Lane,
  { upstream, account, popup }: Victim,
  blow: Blow,
  act: () => Promise<unknown>,
): Promise<() => void> {
  const plans = holds[blow.moment](upstream)
  const held = plans.map(plan => lane.server.control.faults.add({ ...plan, account }))
  const release = (): void => {
    for (const plan of held) plan.release()
  }
  const acting = act()
  if (held.length === 0) await Promise.race([acting, pause(blow.delayMs)])
  else await Promise.race([anyMet(held), failure(acting)])
  // What is struck down does not come to its end.
  acting.catch(() => undefined)
  if (blow.moment === 'answered') release()
  if (held.length > 0) await pause(blow.delayMs)
  await blows[blow.kind](lane, popup)
  return release
}

export interface Victim {
  readonly upstream: UpstreamKind
  /** The account's name at the upstream. */
  readonly account: string
  readonly popup: Page
}

type Holds = (upstream: UpstreamKind) => readonly FaultPlan[]

/** What keeps an order at each moment: whichever request comes. */
const holds: Readonly<Record<Moment, Holds>> = {
  press: () => [],
  check: () => [{ fault: 'held', when: 'before', action: 'services' }],
  sent: () => [{ fault: 'held', when: 'before', action: 'add' }],
  taken: () => [{ fault: 'held', when: 'after', action: 'add' }],
  answer: () => [{ fault: 'slow-body', delay: '100ms', action: 'add' }],
  answered: () => [{ fault: 'held', when: 'after', action: 'add' }],
  'look-up': upstream => heldReads(upstream === 'qqtube' ? ['submissions'] : ['status']),
  // One order's stats, or the list where many are open.
  track: upstream => heldReads(upstream === 'qqtube' ? ['stats', 'submissions'] : ['status']),
}

function heldReads(actions: readonly string[]): readonly FaultPlan[] {
  return actions.map(action => ({ fault: 'held', when: 'before', action }))
}

async function anyMet(held: readonly FaultHandle[]): Promise<void> {
  const end = Date.now() + momentMs
  while (held.every(plan => plan.remaining() > 0)) {
    if (Date.now() > end) throw new Error(`No request came for ${held[0]?.plan.action}.`)
    await pause(2)
  }
}

/** Settles only where the action fails. */
async function failure(acting: Promise<unknown>): Promise<void> {
  await acting
  await new Promise(() => undefined)
}

const blows: Readonly<Record<BlowKind, (lane: Lane, popup: Page) => Promise<unknown>>> = {
  'kill-worker': lane => lane.killWorker(),
  'close-popup': (_, popup) => popup.close(),
  'crash-browser': lane => lane.crash(),
  'reload-popup': (_, popup) => popup.reload(),
  'second-window': lane => lane.openSecondWindow(),
}
