import { mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'
import { answered, setUp } from '../../test/set-up.ts'
import type { ScreenRequest } from '../protocol.ts'
import { accountsItem } from '../storage/accounts.ts'
import { balancesItem } from '../storage/balances.ts'
import { handleRequest } from './handle-request.ts'
import { readKey } from './keys/read-key.ts'
import { vaultItem } from './keys/vault.ts'

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
  expect(await readKey(account.id)).toBe('0123456789abcdef')
})

test('an edit without a key keeps the stored one', async () => {
  const { id } = answered(await handleRequest(typed))
  const edited = answered(await handleRequest({ ...typed, id, name: 'Ours', key: null }))
  expect(await accountsItem.get()).toStrictEqual([{ ...edited, name: 'Ours', keyTail: 'cdef' }])
  expect(await readKey(id)).toBe('0123456789abcdef')
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['no key', { key: null }, 'key'],
  ['a blank key', { key: '  ' }, 'key'],
  ['no address', { baseUrl: '' }, 'address'],
])('%s is answered by a sentence, and nothing is stored', async (_, change, word) => {
  expect(await handleRequest({ ...typed, ...change })).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining(word),
  })
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
  expect(it.server.control.journal.list()).toStrictEqual([])
})

test('a wrong key is told in words, and never shown', async () => {
  await using it = await setUp()
  const key = `${mockQqtubeKey}-wrong`
  const account = answered(await handleRequest({ ...typed, baseUrl: it.account.baseUrl, key }))
  const answer = await handleRequest({ type: 'read-balance', accountId: account.id })
  expect(answer).toStrictEqual({
    ok: false,
    sentence: expect.stringContaining('key of Mine was not accepted'),
  })
  expect(JSON.stringify(answer)).not.toContain(key)
})
