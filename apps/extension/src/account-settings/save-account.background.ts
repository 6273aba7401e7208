import { type Account, keyTail } from '../accounts/account.ts'
import { accountsItem, removedAccountsItem } from '../accounts/account-store.ts'
import { groupNameOf } from '../accounts/aliases.ts'
import { balancesItem } from '../accounts/balances.ts'
import { originOf, parseBaseUrl } from '../accounts/base-url.ts'
import { demoOrdersItem } from '../accounts/demo/demo-orders.ts'
import { demoAccountId } from '../accounts/demo-account.ts'
import { forgetCatalogue } from '../catalogue/catalogue-store.ts'
import { accountsWithKey, forgetKey, storeKey } from '../keys/vault/account-keys.ts'
import type { StoredKey } from '../keys/vault/vault.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { forgetPossibleDuplicates } from '../orders/duplicates/possible-duplicates.ts'
import { orderStore } from '../orders/history/order-store.ts'
import { openOutbox } from '../orders/open-outbox.background.ts'
import { UserFacingError } from '../platform/errors.ts'
import { keepAlive } from '../platform/keep-alive.ts'
import { withAccountLock } from '../platform/locks.ts'
import { ownValue } from '../platform/own-value.ts'
import { forgetPollState } from '../polling/poll-state-store.background.ts'
import type { SaveAccount } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'

/**
 * Stores a new or changed account; the key goes where only the worker reads.
 *
 * @throws {UserFacingError} if something is missing, also a key for the new origin of a changed address; or if the address
 *   would change while an order is unknown: another upstream would say that it is not there.
 */
export async function saveAccount(request: SaveAccount): Promise<Account> {
  const id = request.id ?? (await removedId(request)) ?? crypto.randomUUID()
  return await keepAlive(() => withAccountLock(id, () => save(id, request)))
}

async function save(id: string, request: SaveAccount): Promise<Account> {
  const base = parseBaseUrl(request.baseUrl)
  if (!base.ok) throw new UserFacingError(base.sentence)
  const name = request.name.trim()
  if (name === '') throw new UserFacingError(texts.missingName())
  const known = (await accountsItem.get()).find(account => account.id === id)
  const key = request.key?.trim()
  if (key === '' || (key === undefined && known === undefined)) throw new UserFacingError(texts.missingKey())
  if (known !== undefined && known.baseUrl !== base.url) {
    await throwIfUnknown(id, texts.unknownOrder.address)
  }
  if (known !== undefined && key === undefined && originOf(known.baseUrl) !== originOf(base.url)) {
    throw new UserFacingError(
      texts.keyFor({ host: new URL(base.url).host, before: new URL(known.baseUrl).host }),
    )
  }
  const account: Account = {
    id,
    // Chosen once: its orders are looked up through that API.
    kind: known?.kind ?? request.kind,
    name,
    baseUrl: base.url,
    ...(await keyFactsOf(id, known, key === undefined ? undefined : { origin: originOf(base.url), key })),
  }
  // The key first: cut off here, it waits for an account at its origin, and an account never gets another's key.
  const undo = key === undefined ? undefined : await storeKey(id, { origin: originOf(base.url), key })
  try {
    await accountsItem.update(accounts => withAccount(accounts, account))
  } catch (error) {
    // The person needs to know about the first failure.
    await undo?.().catch(() => undefined)
    throw error
  }
  if ((await removedAccountsItem.get()).some(removed => removed.id === id)) {
    await removedAccountsItem.update(removed => removed.filter(one => one.id !== id))
  }
  // Another address or key may mean another catalogue and balance, and what failed may not fail again.
  await forgetCatalogue(id)
  await forgetBalance(id)
  await forgetPollState(id)
  return account
}

/** Returns the last characters of an account's key, and the group of accounts that share it. */
async function keyFactsOf(
  id: string,
  known: Account | undefined,
  stored: StoredKey | undefined,
): Promise<Pick<Account, 'keyTail' | 'keyGroup'>> {
  const keyGroup = stored === undefined ? known?.keyGroup : await groupOf(id, stored)
  return {
    keyTail: stored === undefined ? (known?.keyTail ?? '') : keyTail(stored.key),
    ...(keyGroup === undefined ? {} : { keyGroup }),
  }
}

/**
 * Returns the group of the accounts with the same key, or the account's own group if it is alone with it. An account
 * whose key has changed leaves its group to the others.
 */
async function groupOf(id: string, stored: StoredKey): Promise<string | undefined> {
  const accounts = await accountsItem.get()
  const [ids, removed] = await Promise.all([accountsWithKey(stored), removedAccountsItem.get()])
  const same = accounts.find(account => account.id !== id && ids.includes(account.id))
  if (same !== undefined) return groupNameOf(same)
  const all = [...accounts, ...removed]
  const before = all.find(account => account.id === id)
  // A key that was forgotten, with its account or the session, is known again by its address and last letters.
  const tail = keyTail(stored.key)
  const isAgain = tail !== '' && before?.keyTail === tail && originOf(before.baseUrl) === stored.origin
  if (isAgain || ids.includes(id)) return before?.keyGroup
  return all.some(account => account.id !== id && groupNameOf(account) === id)
    ? crypto.randomUUID()
    : undefined
}

/**
 * Removes an account. Its orders stay in the history: what was paid for is not forgotten with an account.
 *
 * @throws {UserFacingError} while one of its orders is unknown, which only the account's key can find.
 */
export async function removeAccount(id: string): Promise<null> {
  return await keepAlive(() => withAccountLock(id, () => remove(id)))
}

async function remove(id: string): Promise<null> {
  await throwIfUnknown(id, texts.unknownOrder.removal)
  await keepForOrders(id)
  // The key first: of a removal that is cut off an account may be left, and no key.
  await forgetKey(id)
  await accountsItem.update(accounts => accounts.filter(account => account.id !== id))
  await forgetCatalogue(id)
  await forgetBalance(id)
  await forgetPollState(id)
  await forgetPossibleDuplicates(id)
  if (id === demoAccountId) await demoOrdersItem.remove()
  return null
}

/**
 * Returns the id under which an account was removed, so that one that comes back has its orders and its limits again.
 */
async function removedId({ kind, baseUrl, key }: SaveAccount): Promise<string | undefined> {
  const base = parseBaseUrl(baseUrl)
  const tail = keyTail(key?.trim() ?? '')
  if (!base.ok || tail === '') return undefined
  const used = new Set((await accountsItem.get()).map(({ id }) => id))
  const isIt = (account: Account): boolean =>
    !used.has(account.id) && account.kind === kind && account.baseUrl === base.url && account.keyTail === tail
  return (await removedAccountsItem.get()).find(isIt)?.id
}

/**
 * Stores the name under which a removed account's orders are shown, and its limits are found again if it comes back.
 */
async function keepForOrders(id: string): Promise<void> {
  const account = (await accountsItem.get()).find(known => known.id === id)
  if (account === undefined) return
  const hasLimits = ownValue((await limitsItem.get()).accounts, id) !== undefined
  if (!hasLimits && (await orderStore.list({ accountIds: [id] })).length === 0) return
  await removedAccountsItem.update(removed => withAccount(removed, account))
}

async function forgetBalance(id: string): Promise<void> {
  await balancesItem.update(balances => without(balances, id))
}

function withAccount(accounts: readonly Account[], account: Account): Account[] {
  const isKnown = accounts.some(({ id }) => id === account.id)
  return isKnown ? accounts.map(known => (known.id === account.id ? account : known)) : [...accounts, account]
}

function without<T>(record: Readonly<Record<string, T>>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id))
}

/**
 * Throws if a change would leave nobody to ask what became of an order. Call it with the account's lock.
 *
 * @throws {UserFacingError} while an order of the account is unknown.
 */
async function throwIfUnknown(accountId: string, message: () => string): Promise<void> {
  await openOutbox().recover()
  const open = await orderStore.list({ accountIds: [accountId], states: ['queued', 'submitting', 'unknown'] })
  if (open.length > 0) throw new UserFacingError(message())
}
