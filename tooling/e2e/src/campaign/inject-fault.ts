import { setTimeout as pause } from 'node:timers/promises'
import type { UpstreamKind } from '@orderwright/core'
import type { ActionName, FaultPlan } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { failure, holdUpOrder, met, type Orderer, openedMs } from './hold-up-order.ts'
import type { LocalFault, LocalFaultKind, Moment, PlannedFault } from './plan/case.ts'
import type { CampaignWorker } from './worker.ts'

/**
 * Acts, waits for the moment that the action leads to, and injects the local fault. Resolves with what lets a request go on that
 * is still held.
 */
export async function injectFault(
  worker: CampaignWorker,
  target: FaultTarget,
  localFault: LocalFault,
  act: () => Promise<unknown>,
): Promise<() => void> {
  const { upstream, account, popup } = target
  if (localFault.moment === 'connect') {
    await injectWhileConnecting(worker, target, localFault, act)
    return () => undefined
  }
  const plans = holds[localFault.moment](upstream)
  const held = plans.map(plan => worker.server.control.faults.add({ ...plan, account }))
  const release = (): void => {
    for (const plan of held) plan.release()
  }
  const acting = act()
  if (held.length === 0) await Promise.race([acting, pause(localFault.delayMs)])
  else await Promise.race([met(held, 'any'), failure(acting)])
  // An action that is interrupted never comes to its end.
  acting.catch(() => undefined)
  if (localFault.moment === 'answered') release()
  if (held.length > 0) await pause(localFault.delayMs)
  await localFaults[localFault.kind](worker, popup)
  return release
}

export interface FaultTarget extends Orderer {
  readonly popup: Page
}

/** Resolves once what was to go over the connection has gone, if anybody is left to send it. */
async function injectWhileConnecting(
  worker: CampaignWorker,
  target: FaultTarget,
  { kind, delayMs }: LocalFault,
  act: () => Promise<unknown>,
): Promise<void> {
  const { ordering } = await holdUpOrder(worker, target, act)
  ordering.catch(() => undefined)
  await pause(delayMs)
  await localFaults[kind](worker, target.popup)
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

function heldReads(actions: readonly ActionName[]): readonly FaultPlan[] {
  return actions.map(action => ({ fault: 'held', when: 'before', action }))
}

const localFaults: Readonly<
  Record<LocalFaultKind, (worker: CampaignWorker, popup: Page) => Promise<unknown>>
> = {
  'kill-worker': worker => worker.killServiceWorker(),
  'close-popup': (_, popup) => popup.close(),
  'crash-browser': worker => worker.crash(),
  'reload-popup': (_, popup) => popup.reload(),
  'second-window': worker => worker.openSecondWindow(),
}

/** Returns what the mock is to do with the account's next order. */
export function faultPlan({ name, when }: PlannedFault, account: string): FaultPlan {
  const isSlow = name === 'latency' || name === 'slow-body'
  return { fault: name, when, action: 'add', account, ...(isSlow ? { delay: '300ms' } : {}) }
}
