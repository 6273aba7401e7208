import type { Service, UpstreamKind } from '@orderwright/core'
import type { FaultPlans } from '../faults/fault-plans.ts'
import { redactorOf } from '../request-log/redact.ts'
import type { Account } from '../simulator/accounts.ts'
import type { Order } from '../simulator/order.ts'
import type { Refill } from '../simulator/refills.ts'
import type { UpstreamState } from '../simulator/state.ts'
import { keyHashOf } from './key-hash.ts'
import type { StateRecord } from './state-record.ts'
import { accountRecord, orderRecord, refillRecord } from './to-record.ts'

/** What is kept of a server. */
export interface KeptParts {
  readonly state: UpstreamState
  readonly faults: Pick<FaultPlans, 'kept'>
}

/** What has changed since the last line of a state file. */
export interface Changed {
  readonly accounts: Set<Account>
  readonly orders: Set<Order>
  readonly refills: Set<Refill>
  readonly catalogues: Set<UpstreamKind>
  hasClock: boolean
  hasFaults: boolean
  hasLives: boolean
}

export function nothingChanged(): Changed {
  return {
    accounts: new Set(),
    orders: new Set(),
    refills: new Set(),
    catalogues: new Set(),
    hasClock: false,
    hasFaults: false,
    hasLives: false,
  }
}

/** All of a server, as for a file that is begun. */
export function allOf({ state }: KeptParts): Changed {
  const { accounts, orders, refills, catalogues } = state
  return {
    accounts: new Set(accounts.list()),
    orders: new Set(orders.list()),
    refills: new Set(refills.list()),
    catalogues: new Set(
      (['qqtube', 'panel'] as const).filter(name => catalogues[name].replaced() !== undefined),
    ),
    hasClock: true,
    hasFaults: true,
    hasLives: true,
  }
}

/** What stands in a file already, and need not be said again. */
export interface Said {
  /** The numbers of services. */
  readonly services: Map<Service, number>
  /** Those whose keys' hashes have been told. */
  readonly accounts: WeakSet<Account>
}

export function nothingSaid(): Said {
  return { services: new Map(), accounts: new WeakSet() }
}

/** The line for what has changed. */
export function recordOf(changed: Changed, { state, faults }: KeptParts, said: Said): StateRecord {
  const { accounts, orders, refills, catalogues, hasClock, hasFaults, hasLives } = changed
  const { clock } = state
  const services: [number, Service][] = []
  const numberOf = (service: Service): number => {
    const known = said.services.get(service)
    if (known !== undefined) return known
    const number = said.services.size
    said.services.set(service, number)
    services.push([number, service])
    return number
  }
  const redact = redactorOf(state.accounts.keys())
  const ofOrders = [...orders].map(order => orderRecord(order, numberOf(order.service), redact))
  const ofAccounts = [...accounts].map(account => {
    if (said.accounts.has(account)) return accountRecord(account)
    said.accounts.add(account)
    return { ...accountRecord(account), keyHash: keyHashOf(account) }
  })
  const texts = Object.fromEntries([...catalogues].map(name => [name, state.catalogues[name].replaced()]))
  return {
    ...(hasClock && { clock: { at: clock.now(), wallAt: Date.now(), rate: clock.rate() } }),
    ...(ofAccounts.length > 0 && { accounts: ofAccounts }),
    ...(services.length > 0 && { services }),
    ...(ofOrders.length > 0 && { orders: ofOrders }),
    ...(refills.size > 0 && { refills: [...refills].map(refillRecord) }),
    ...(catalogues.size > 0 && { catalogues: texts }),
    ...(hasFaults && { faults: faults.kept() }),
    ...(hasLives && { lives: state.lives.kept() }),
  }
}
