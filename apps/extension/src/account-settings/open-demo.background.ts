import type { Account } from '../accounts/account.ts'
import { accountsItem, activeAccountItem, removedAccountsItem } from '../accounts/account-store.ts'
import { messages as texts } from '../accounts/demo/texts/en.generated.ts'
import { demoAccountId, demoBaseUrl } from '../accounts/demo-account.ts'

/** Adds the account at the demo provider, which needs no key, if it is not there, and lets the popup open with it. */
export async function openDemo(): Promise<null> {
  const account: Account = {
    id: demoAccountId,
    kind: 'qqtube',
    name: texts.name(),
    baseUrl: demoBaseUrl,
    keyTail: '',
  }
  await accountsItem.update(accounts =>
    accounts.some(({ id }) => id === account.id) ? accounts : [...accounts, account],
  )
  await removedAccountsItem.update(removed => removed.filter(({ id }) => id !== account.id))
  await activeAccountItem.set(account.id)
  return null
}
