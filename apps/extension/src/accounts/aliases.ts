import type { Account } from './account.ts'

/** Returns the ids of all accounts that name the same upstream and key as one of them, itself included. */
export function aliasesIn(accounts: readonly Account[], accountId: string): readonly string[] {
  const own = accounts.find(({ id }) => id === accountId)
  if (own === undefined) return [accountId]
  const group = groupNameOf(own)
  const others = accounts.filter(account => account.id !== accountId && groupNameOf(account) === group)
  return [accountId, ...others.map(({ id }) => id)]
}

export function groupNameOf({ id, keyGroup }: Account): string {
  return keyGroup ?? id
}
