import { randomUUID } from 'node:crypto'
import { addAmounts, amount, subtractAmounts, type UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { amountSchema, nameSchema, upstreamSchema } from '../schema/leaf-schemas.ts'

export interface AccountOptions {
  /** Which API the account belongs to. Default: `qqtube`. */
  readonly upstream?: UpstreamKind | undefined
  /** The secret that a client sends. Invent one; a real key has no business in a mock. */
  readonly key: string
  /** What request logs and order views call it. Default: the API and a number, such as `qqtube-1`. */
  readonly name?: string | undefined
  /** The balance, as a decimal text. Default: `1000`. */
  readonly funds?: string | undefined
  /** What a panel says that the balance is in. Default: `USD`. */
  readonly currency?: string | undefined
}

export interface Account {
  readonly upstream: UpstreamKind
  readonly key: string
  readonly name: string
  /** The balance, exact, in plain notation. */
  readonly funds: string
  readonly currency: string
}

export interface Accounts {
  /** @throws RangeError for a blank key, funds that are no amount, or a key or a name that the server already knows */
  add(options: AccountOptions): Account
  /** An account that another server left: its key is known once it is sent. */
  restore(kept: Omit<Account, 'key'>, isItsKey: (key: string) => boolean): Account
  find(upstream: UpstreamKind, key: string): Account | undefined
  list(): readonly Account[]
  /** The key of each account, the longest first. */
  keys(): readonly string[]
  /** @throws RangeError for funds that are no amount */
  setFunds(account: Account, funds: string): void
  /** Takes the amount off the balance, or nothing at all if the balance is short of it. */
  charge(account: Account, price: string): 'charged' | 'insufficient_funds'
  credit(account: Account, refund: string): void
  /** Back to the accounts and the funds that there were at the start. */
  reset(): void
}

/** A shorter key, such as `panel`, may well be a part of a name. */
const shortestKeyShown = 8

type AccountRecord = { -readonly [Field in keyof Account]: Account[Field] }

/** @throws RangeError as `add` does */
export function createAccounts(initial: readonly AccountOptions[], onChange: () => void): Accounts {
  const records = new Map<string, AccountRecord>()
  let keys: readonly string[] = []
  const sealed: { readonly record: AccountRecord; readonly isItsKey: (key: string) => boolean }[] = []
  const countOf = (upstream: UpstreamKind): number =>
    [...records.values()].filter(record => record.upstream === upstream).length

  const recordOf = (account: Account): AccountRecord => {
    const record = records.get(account.key)
    if (record === undefined) throw new RangeError(`There is no account '${account.name}' on this server`)
    return record
  }

  const setBalance = (account: Account, funds: string): void => {
    const record = recordOf(account)
    record.funds = funds
    onChange()
  }

  const enter = (record: AccountRecord): void => {
    records.set(record.key, record)
    keys = [...records.keys()].toSorted((one, other) => other.length - one.length)
  }

  /** The account whose key this turns out to be. */
  const opened = (key: string): AccountRecord | undefined => {
    if (sealed.length === 0) return undefined
    const found = sealed.find(({ isItsKey }) => isItsKey(key))
    if (found === undefined) return undefined
    sealed.splice(sealed.indexOf(found), 1)
    found.record.key = key
    // In the order that they had.
    const all = [...records.values()]
    records.clear()
    for (const record of all) enter(record)
    return found.record
  }

  const add: Accounts['add'] = ({ upstream = 'qqtube', key, name, funds = '1000', currency = 'USD' }) => {
    if (key.trim() === '') throw new RangeError('An account needs a key that is not blank')
    if (records.has(key) || opened(key) !== undefined)
      throw new RangeError('There already is an account with this key')
    const record = {
      upstream,
      key,
      name: name ?? `${upstream}-${countOf(upstream) + 1}`,
      funds: amount(funds, 'funds'),
      currency,
    }
    if ([...records.values()].some(other => other.name === record.name)) {
      throw new RangeError(`There already is an account called '${record.name}'`)
    }
    // Names are shown, also of a key that was given for one by mistake.
    if (key.length >= shortestKeyShown && record.name.includes(key)) {
      throw new RangeError("An account's name must not hold its key")
    }
    enter(record)
    onChange()
    return record
  }
  const reset = (): void => {
    records.clear()
    keys = []
    sealed.length = 0
    for (const account of initial) add(account)
  }
  reset()

  return {
    add,
    reset,
    restore(kept, isItsKey) {
      const record = { ...kept, key: randomUUID() }
      enter(record)
      sealed.push({ record, isItsKey })
      onChange()
      return record
    },
    find(upstream, key) {
      const record = records.get(key) ?? opened(key)
      return record?.upstream === upstream ? record : undefined
    },
    list: () => [...records.values()],
    keys: () => keys,
    setFunds(account, funds) {
      setBalance(account, amount(funds, 'funds'))
    },
    charge(account, price) {
      const left = subtractAmounts(recordOf(account).funds, price)
      if (left.startsWith('-')) return 'insufficient_funds'
      setBalance(account, left)
      return 'charged'
    },
    credit(account, refund) {
      setBalance(account, addAmounts(recordOf(account).funds, refund))
    },
  }
}

export const newAccountSchema: v.GenericSchema<AccountOptions> = v.strictObject({
  key: v.pipe(nameSchema, v.description('The secret that a client sends. Invent one.')),
  upstream: v.optional(v.pipe(upstreamSchema, v.description('Default: `qqtube`.'))),
  name: v.optional(
    v.pipe(nameSchema, v.description('Default: the API and a number, such as `qqtube-2`. Unique.')),
  ),
  funds: v.optional(v.pipe(amountSchema, v.description('Default: `1000`.'))),
  currency: v.optional(v.pipe(nameSchema, v.description('What a panel says. Default: `USD`.'))),
})
