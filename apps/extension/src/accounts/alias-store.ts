import { accountsItem, removedAccountsItem } from './account-store.ts'
import { aliasesIn } from './aliases.ts'

/** Returns the accounts, also removed ones, that name the same upstream and key as this one, itself included. */
export async function aliasesOf(accountId: string): Promise<readonly string[]> {
  const [accounts, removed] = await Promise.all([accountsItem.get(), removedAccountsItem.get()])
  return aliasesIn([...accounts, ...removed], accountId)
}
