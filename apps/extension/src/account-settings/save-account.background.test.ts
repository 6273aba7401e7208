import { mockQqtubeKey } from '@orderwright/mock-server'
import type { OrderRecord } from '@orderwright/outbox'
import { describe, expect, test, vi } from 'vitest'
import { placedState, recordIn, unknownState } from '../../test/order-entry.ts'
import { answered, placed, setUp } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { accountsItem, removedAccountsItem } from '../accounts/account-store.ts'
import { balancesItem } from '../accounts/balances.ts'
import { messages as accountsTexts } from '../accounts/texts/en.generated.ts'
import { messages as upstreamTexts } from '../accounts/upstream/texts/en.generated.ts'
import { readKey } from '../keys/vault/account-keys.ts'
import { vaultItem } from '../keys/vault/vault.ts'
import { handleRequest, type ScreenRequest } from '../messages.ts'
import { messages as platformTexts } from '../platform/texts/en.generated.ts'
import { messages as texts } from './texts/en.generated.ts'

const typed: Extract<ScreenRequest, { type: 'save-account' }> = {
  type: 'save-account',
  id: null,
  kind: 'qqtube',
  name: ' Mine ',
  baseUrl: 'https://example.com/api/',
  key: ' 0123456789abcdef ',
}

test('an account is stored without its key, which only its last four characters tell', async () => {
  const account = answered(await handleRequest(typed))
  expect(account).toStrictEqual({
    id: account.id,
    kind: 'qqtube',
    name: 'Mine',
    baseUrl: 'https://example.com/api',
    keyTail: 'cdef',
  })
  expect(await accountsItem.get()).toStrictEqual([account])
  expect(await readKey(account)).toBe('0123456789abcdef')
})

test('an edit without a key keeps the stored one', async () => {
  const { id } = answered(await handleRequest(typed))
  const edited = answered(await handleRequest({ ...typed, id, name: 'Ours', key: null }))
  expect(await accountsItem.get()).toStrictEqual([{ ...edited, name: 'Ours', keyTail: 'cdef' }])
  expect(await readKey(edited)).toBe('0123456789abcdef')
})

test.each([
  ['no name', { name: ' ' }, texts.missingName()],
  ['no key', { key: null }, texts.missingKey()],
  ['a blank key', { key: '  ' }, texts.missingKey()],
  ['no address', { baseUrl: '' }, accountsTexts.address.missing()],
])('%s is answered by a sentence, and nothing is stored', async (_, change, sentence) => {
  expect(await handleRequest({ ...typed, ...change })).toStrictEqual({ ok: false, sentence })
  expect([await accountsItem.get(), await vaultItem.get()]).toStrictEqual([[], { mode: 'keep', keys: {} }])
})

test('a test of the connection gives the balance, and stores it for the screens', async () => {
  await using it = await setUp()
  const balance = answered(await handleRequest({ type: 'read-balance', accountId: it.account.id }))
  expect(balance).toMatchObject({ amount: '1000', currency: 'USD' })
  expect(await balancesItem.get()).toStrictEqual({ [it.account.id]: balance })
})

test('removing an account removes its key and its balance', async () => {
  await using it = await setUp()
  await handleRequest({ type: 'read-balance', accountId: it.account.id })
  await handleRequest({ type: 'remove-account', accountId: it.account.id })
  expect([await accountsItem.get(), await vaultItem.get(), await balancesItem.get()]).toStrictEqual([
    [],
    { mode: 'keep', keys: {} },
    {},
  ])
  expect(await handleRequest({ type: 'read-balance', accountId: it.account.id })).toMatchObject({
    ok: false,
    sentence: expect.stringContaining('removed'),
  })
})

test('without the browser’s permission nothing is sent, and the sentence says what to press', async () => {
  await using it = await setUp()
  chrome.permissions.contains = async () => false
  expect(await handleRequest({ type: 'read-balance', accountId: it.account.id })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('Test connection'),
  })
  expect(it.server.control.requestLog.list()).toStrictEqual([])
})

test('a wrong key is told in words, and never shown', async () => {
  await using it = await setUp()
  const key = `${mockQqtubeKey}-wrong`
  const account = answered(await handleRequest({ ...typed, baseUrl: it.account.baseUrl, key }))
  const answer = await handleRequest({ type: 'read-balance', accountId: account.id })
  expect(answer).toStrictEqual({
    ok: false,
    sentence: upstreamTexts.invalidKey({ name: 'Mine' }),
  })
  expect(JSON.stringify(answer)).not.toContain(key)
})

describe('an address of another origin', () => {
  test.each([
    ['another host', 'https://example.org/api'],
    ['another port', 'https://example.com:8443/api'],
    ['a host below it', 'https://api.example.com/api'],
  ])('asks for the key again, and nothing changes without it: %s', async (_, baseUrl) => {
    const account = answered(await handleRequest(typed))
    const edit = { ...typed, id: account.id, baseUrl }
    expect(await handleRequest({ ...edit, key: null })).toStrictEqual({
      ok: false,
      sentence: expect.stringContaining(new URL(baseUrl).host),
    })
    expect([await accountsItem.get(), await readKey(account)]).toStrictEqual([[account], '0123456789abcdef'])
    const moved = answered(await handleRequest({ ...edit, key: 'another-key' }))
    expect([await readKey(moved), await readKey(account)]).toStrictEqual(['another-key', undefined])
  })

  test('is not one at another path: the key stays', async () => {
    const { id } = answered(await handleRequest(typed))
    const edit = { ...typed, id, baseUrl: 'https://example.com/v2', key: null }
    expect(await readKey(answered(await handleRequest(edit)))).toBe('0123456789abcdef')
  })

  test('gets no key of an account of the same id, however it came to stand in the list', async () => {
    await using it = await setUp()
    await using other = await setUp()
    await accountsItem.set([{ ...it.account, baseUrl: other.account.baseUrl }])
    expect(await handleRequest({ type: 'read-balance', accountId: it.account.id })).toStrictEqual({
      ok: false,
      sentence: expect.stringContaining('no key'),
    })
    expect(other.server.control.requestLog.list()).toStrictEqual([])
  })
})

test('an account that cannot be stored leaves the key as it was', async () => {
  const account = answered(await handleRequest(typed))
  const vault = await vaultItem.get()
  const set = chrome.storage.local.set.bind(chrome.storage.local)
  vi.spyOn(chrome.storage.local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
    if ('accounts' in items) throw new Error('Resource::kQuotaBytes quota exceeded')
    await set(items)
  })
  const full = { ok: false, sentence: platformTexts.storageFull() }
  expect(await handleRequest({ ...typed, id: account.id, key: 'another-key' })).toStrictEqual(full)
  expect(await handleRequest({ ...typed, name: 'Second', key: 'another-key' })).toStrictEqual(full)
  expect([await accountsItem.get(), await vaultItem.get()]).toStrictEqual([[account], vault])
})

describe('while an order of an account is in doubt', () => {
  const inDoubt = (accountId: string): OrderRecord =>
    recordIn(unknownState, { accountId, canListOrders: true })

  test('the account is not removed: its key is what finds the order', async () => {
    await using it = await setUp()
    await storeEntries({ record: inDoubt(it.account.id) })
    expect(await handleRequest({ type: 'remove-account', accountId: it.account.id })).toStrictEqual({
      ok: false,
      sentence: texts.unknownOrder.removal(),
    })
    expect(await accountsItem.get()).toStrictEqual([it.account])
    expect(await readKey(it.account)).toBe(mockQqtubeKey)
  })

  test('its address stays: another upstream would say that the order is not there', async () => {
    await using it = await setUp()
    await storeEntries({ record: inDoubt(it.account.id) })
    const edit = { ...typed, id: it.account.id, baseUrl: 'https://example.com', key: null }
    expect(await handleRequest(edit)).toStrictEqual({
      ok: false,
      sentence: texts.unknownOrder.address(),
    })
    expect(await accountsItem.get()).toStrictEqual([it.account])
  })

  test('its name and its key may change', async () => {
    await using it = await setUp()
    await storeEntries({ record: inDoubt(it.account.id) })
    const edit = { ...typed, id: it.account.id, baseUrl: it.account.baseUrl }
    expect(answered(await handleRequest(edit))).toMatchObject({ name: 'Mine', keyTail: 'cdef' })
  })

  test('another account may go', async () => {
    await using it = await setUp()
    await storeEntries({ record: inDoubt('other') })
    answered(await handleRequest({ type: 'remove-account', accountId: it.account.id }))
    expect(await accountsItem.get()).toStrictEqual([])
  })

  test.each([
    ['placed', placedState()],
    ['known not to be placed', { name: 'not_placed', by: 'person' } as const],
  ])('once it is %s the account may go', async (_, state) => {
    await using it = await setUp()
    await storeEntries({ record: recordIn(state, { accountId: it.account.id }) })
    answered(await handleRequest({ type: 'remove-account', accountId: it.account.id }))
    expect(await accountsItem.get()).toStrictEqual([])
  })

  test('what is asked while an order is on its way waits for its outcome', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'add' })
    const placing = placed(it.request)
    await it.server.control.requestLog.waitFor({ action: 'add' })
    const removing = handleRequest({ type: 'remove-account', accountId: it.account.id })
    await new Promise(setImmediate)
    expect(await accountsItem.get()).toStrictEqual([it.account])
    held.release()
    expect((await placing).state.name).toBe('accepted')
    expect(await removing).toMatchObject({ ok: true })
  })
})

describe('an account that was removed', () => {
  test('is kept by name for its orders, and gets them back when it is added again', async () => {
    await using it = await setUp()
    await placed(it.request)
    await handleRequest({ type: 'remove-account', accountId: it.account.id })
    expect(await removedAccountsItem.get()).toStrictEqual([it.account])
    const { baseUrl, kind } = it.account
    const again = answered(await handleRequest({ ...typed, kind, baseUrl, key: mockQqtubeKey }))
    expect([again.id, await removedAccountsItem.get()]).toStrictEqual([it.account.id, []])
  })

  test.each([
    ['another key', { key: 'another key of another customer' }],
    ['another address', { baseUrl: 'https://example.com' }],
    ['another kind', { kind: 'panel' } as const],
  ])('does not come back with %s', async (_, change) => {
    await using it = await setUp()
    await placed(it.request)
    await handleRequest({ type: 'remove-account', accountId: it.account.id })
    const { baseUrl, kind } = it.account
    const other = answered(await handleRequest({ ...typed, kind, baseUrl, key: mockQqtubeKey, ...change }))
    expect(other.id).not.toBe(it.account.id)
    expect(await removedAccountsItem.get()).toStrictEqual([it.account])
  })

  test('without orders leaves nothing', async () => {
    await using it = await setUp()
    await handleRequest({ type: 'remove-account', accountId: it.account.id })
    expect(await removedAccountsItem.get()).toStrictEqual([])
  })
})
