import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import type { Service } from '@orderwright/core'
import type { Account } from '../upstream/accounts.ts'
import type { Changes } from '../upstream/changes.ts'
import type { Order } from '../upstream/order.ts'
import type { Refill } from '../upstream/refill-book.ts'
import type { UpstreamState } from '../upstream/upstream-state.ts'
import { type StateRecord, stateFormat } from './state-record.ts'
import { accountRecord, orderRecord, refillRecord } from './to-record.ts'

export interface StateFile extends Changes {
  /** Writes all of the state anew, in one piece, and from now on a line for whatever changes. */
  begin(state: UpstreamState): void
  close(): void
}

/**
 * A file of JSON lines, each what one request changed. A line is handed to the operating system before the request is
 * answered: a process that is killed loses nothing that it answered.
 */
export function createStateFile(path: string): StateFile {
  let file: number | undefined
  let state: UpstreamState | undefined
  let depth = 0
  let pending = createPending()

  const write = (record: StateRecord): void => {
    if (file !== undefined && Object.keys(record).length > 0) writeSync(file, line(record))
  }
  const flush = (): void => {
    if (depth > 0 || state === undefined) return
    const record = pending.record(state)
    pending = createPending(pending)
    write(record)
  }
  const note = (change: () => void): void => {
    if (file === undefined) return
    change()
    flush()
  }

  return {
    begin(begun) {
      state = begun
      pending = createPending()
      for (const account of begun.accounts.list()) pending.accounts.add(account)
      for (const order of begun.orders.list()) pending.orders.add(order)
      for (const refill of begun.refills.list()) pending.refills.add(refill)
      pending.isClockChanged = true
      const whole = { format: stateFormat, ...pending.record(begun) } as const
      pending = createPending(pending)
      const unfinished = `${path}.${process.pid}.tmp`
      writeFileSync(unfinished, line(whole))
      renameSync(unfinished, path)
      file = openSync(path, 'a')
    },
    close() {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
    account: account => note(() => pending.accounts.add(account)),
    order: order => note(() => pending.orders.add(order)),
    refill: refill => note(() => pending.refills.add(refill)),
    clock: () =>
      note(() => {
        pending.isClockChanged = true
      }),
    reset() {
      if (state === undefined) return
      pending = createPending()
      pending.isClockChanged = true
      write({ reset: true, ...pending.record(state) })
      pending = createPending()
    },
    together(work) {
      depth += 1
      try {
        return work()
      } finally {
        depth -= 1
        flush()
      }
    },
  }
}

/** What has changed since the last line. */
interface Pending {
  readonly accounts: Set<Account>
  readonly orders: Set<Order>
  readonly refills: Set<Refill>
  /** The numbers of the services that stand in the file. */
  readonly services: Map<Service, number>
  isClockChanged: boolean
  record(state: UpstreamState): StateRecord
}

function createPending({ services }: Pick<Pending, 'services'> = { services: new Map() }): Pending {
  const accounts = new Set<Account>()
  const orders = new Set<Order>()
  const refills = new Set<Refill>()
  const pending: Pending = {
    accounts,
    orders,
    refills,
    services,
    isClockChanged: false,
    record({ clock }) {
      const added: [number, Service][] = []
      const numberOf = (service: Service): number => {
        const known = services.get(service)
        if (known !== undefined) return known
        services.set(service, services.size)
        added.push([services.size - 1, service])
        return services.size - 1
      }
      const ofOrders = [...orders].map(order => orderRecord(order, numberOf(order.service)))
      return {
        ...(pending.isClockChanged && {
          clock: { at: clock.now(), wallAt: Date.now(), rate: clock.rate() },
        }),
        ...(accounts.size > 0 && { accounts: [...accounts].map(accountRecord) }),
        ...(added.length > 0 && { services: added }),
        ...(ofOrders.length > 0 && { orders: ofOrders }),
        ...(refills.size > 0 && { refills: [...refills].map(refillRecord) }),
      }
    },
  }
  return pending
}

function line(record: StateRecord): string {
  return `${JSON.stringify(record)}\n`
}
