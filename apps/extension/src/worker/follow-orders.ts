import { accountsItem } from '../storage/accounts.ts'
import { attend } from './attend.ts'
import { followAccount } from './follow-account.ts'
import { areKeysLocked } from './keys/are-keys-locked.ts'

/** Takes a turn at each account that is due, one after the other. */
export async function followOrders(): Promise<void> {
  // Nobody is there to unlock them, and the screens say that orders are not followed meanwhile.
  const accounts = (await areKeysLocked()) ? [] : await accountsItem.get()
  for (const { id } of accounts) await followAccount(id, 'due').catch(nextTime)
  await attend()
}

function nextTime(): void {
  // What went wrong is in the account's pace, and a person reads it where they ask themselves.
}
