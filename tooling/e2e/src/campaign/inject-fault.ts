import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { FaultPlan } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { failure, holdUpOrder, met, type Orderer, openedMs } from './hold-up-order.ts'
import type { Blow, BlowKind, Moment } from './plan/case.ts'
import type { Lane } from './worker.ts'

/**
 * Acts, waits for the moment that the action leads to, and strikes. Resolves with what lets a request go on that
 * is still held.
 */
export async function strike(
  lane: Lane,
  victim: Victim,
  blow: Blow,
  act: () => Promise<unknown>,
): Promise<() => void> {
  const { upstream, account, popup } = victim
  if (blow.moment === 'connect') {
    await strikeConnecting(lane, victim, blow, act)
    return () => undefined
  }
  const plans = holds[blow.moment](upstream)
  const held = plans.map(plan => lane.server.control.faults.add({ ...plan, account }))
  const release = (): void => {
    for (const plan of held) plan.release()
  }
  const acting = act()
  if (held.length === 0) await Promise.race([acting, pause(blow.delayMs)])
  else await Promise.race([met(held, 'any'), failure(acting)])
  // What is struck down does not come to its end.
  acting.catch(() => undefined)
  if (blow.moment === 'answered') release()
  if (held.length > 0) await pause(blow.delayMs)
  await blows[blow.kind](lane, popup)
  return release
}

export interface Victim extends Orderer {
  readonly popup: Page
}

/** Resolves once what was to go over the connection has gone, if anybody is left to send it. */
async function strikeConnecting(
  lane: Lane,
  victim: Victim,
  { kind, delayMs }: Blow,
  act: () => Promise<unknown>,
): Promise<void> {
  const { ordering } = await holdUpOrder(lane, victim, act)
  ordering.catch(() => undefined)
  await pause(delayMs)
  await blows[kind](lane, victim.popup)
  if (kind === 'kill-worker') await pause(openedMs)
}

type Holds = (upstream: UpstreamKind) => readonly FaultPlan[]

/** What keeps an order at each moment: whichever request comes. */
const holds: Readonly<Record<Exclude<Moment, 'connect'>, Holds>> = {
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

const blows: Readonly<Record<BlowKind, (lane: Lane, popup: Page) => Promise<unknown>>> = {
  'kill-worker': lane => lane.killWorker(),
  'close-popup': (_, popup) => popup.close(),
  'crash-browser': lane => lane.crash(),
  'reload-popup': (_, popup) => popup.reload(),
  'second-window': lane => lane.openSecondWindow(),
}
