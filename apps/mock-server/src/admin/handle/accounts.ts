import type { Account, AccountOptions } from '../../simulator/accounts.ts'
import { newAccountSchema } from '../../simulator/accounts.ts'
import { runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { checkGiven } from './check-given.ts'

export interface AccountsControl {
  /** @throws RangeError for a blank or known key, or funds that are no decimal from 0 */
  add(options: AccountOptions): void
  list(): readonly Account[]
  /** The balance of a key, exact. */
  funds(key: string): string
  /** @throws RangeError for an unknown key, or funds that are no decimal from 0 */
  setFunds(key: string, funds: string): void
}

export function createAccountsControl(state: SimulatorState): AccountsControl {
  const { accounts } = state
  const existing = (key: string): Account => {
    const account = accounts.find('qqtube', key) ?? accounts.find('panel', key)
    if (account === undefined) throw new RangeError('There is no account with this key on this server')
    return account
  }
  return {
    add(options) {
      checkGiven(newAccountSchema, options, 'accounts.add')
      accounts.add(options)
    },
    list() {
      runDueEvents(state)
      return accounts.list().map(account => ({ ...account }))
    },
    funds(key) {
      runDueEvents(state)
      return existing(key).funds
    },
    setFunds(key, funds) {
      runDueEvents(state)
      accounts.setFunds(existing(key), funds)
    },
  }
}
