import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { anyOrder } from '../../test/any-order.ts'
import { placedEntry } from '../../test/order-entry.ts'
import { answered } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import type { Account } from '../accounts/account.ts'
import { accountsItem, activeAccountItem, removedAccountsItem } from '../accounts/account-store.ts'
import { aliasesIn } from '../accounts/aliases.ts'
import { balancesItem } from '../accounts/balances.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { handleRequest } from '../messages.ts'
import { notificationKinds } from '../notifications/kinds.ts'
import { seenChangesItem } from '../notifications/seen-changes.ts'
import { notificationSwitchesItem } from '../notifications/switches.ts'
import { draftItemOf } from '../order-form/draft-store.ts'
import { allOrders } from '../orders/history/order-history.ts'
import { describeImport } from './describe-import.ts'
import { importOrders } from './import.background.ts'
import type { ImportChange } from './import-change.ts'
import type { ImportPreview } from './import-preview.ts'
import { messages as texts } from './texts/en.generated.ts'

const ids = ['a', 'b', 'constructor', 'toString']
const anyId = fc.constantFrom(...ids)
const anyAccount: fc.Arbitrary<Account> = fc.record({
  id: anyId,
  kind: fc.constantFrom('qqtube', 'panel'),
  name: fc.constantFrom('Main', 'Second'),
  baseUrl: fc.constantFrom('https://example.com/api', 'https://example.org/api', 'http://example.com/'),
  keyTail: fc.constantFrom('', 'cdef'),
})
const anyAccounts = fc.array(anyAccount, { maxLength: 3 })
const at = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22')
const amount = fc.constantFrom('0', '4.50', '5', '1000')
const currency = fc.constantFrom('', 'EUR', 'USD')
const anyCaps = fc.record({ perOrder: amount, perDay: amount, perAccount: amount }, { requiredKeys: [] })
const anyDraft = fc.record({
  serviceId: fc.constantFrom('1', '2'),
  quantity: fc.constant('5'),
  drip: fc.boolean(),
  params: fc.constant({}),
  link: fc.constant(''),
  at,
})
const byId = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(fc.constantFrom('a', 'b', 'toString'), value)

/** All that is stored and travels, by its names. */
const anyItems: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    accounts: anyAccounts.map(accountsItem.wrap),
    removedAccounts: anyAccounts.map(removedAccountsItem.wrap),
    activeAccount: fc.constantFrom('', ...ids).map(activeAccountItem.wrap),
    balances: byId(fc.record({ amount, currency, at })).map(balancesItem.wrap),
    limits: fc
      .record(
        {
          accounts: byId(fc.record({ currency, caps: anyCaps })),
          duplicateMinutes: fc.constantFrom(0, 60, 1440),
        },
        { requiredKeys: ['accounts'] },
      )
      .map(limitsItem.wrap),
    notificationSwitches: fc
      .record({
        completed: fc.boolean(),
        partial: fc.constant(true),
        refund: fc.constant(true),
        error: fc.constant(true),
        doubt: fc.boolean(),
        charge: fc.constant(true),
      })
      .map(notificationSwitchesItem.wrap),
    seenChanges: byId(fc.array(fc.constantFrom('rejected', 'partial'))).map(seenChangesItem.wrap),
    'draft:a:page': anyDraft.map(draftItemOf('draft:a:page').wrap),
    'draft:b:page': anyDraft.map(draftItemOf('draft:b:page').wrap),
  },
  { requiredKeys: [] },
)

const anyOrders = fc.uniqueArray(anyOrder, { selector: ({ record }) => record.id, maxLength: 3 })

const fileOf = (items: object, orders: readonly unknown[]): string =>
  JSON.stringify({ format: 'orderwright', version: 1, exportedAt: '2026-11-22T12:00:00.000Z', items, orders })

const preview = async (text: string): Promise<ImportPreview> =>
  answered(await handleRequest({ type: 'preview-import', text }))

type Stored = Record<string, { version: number; value: unknown } | undefined>

/** As JSON has it, as the browser's storage does. */
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value))

const local = async (): Promise<Stored> => json(await chrome.storage.local.get<Stored>(null))

/** What is stored after a change, by what the change says alone. */
async function replay(change: ImportChange): Promise<void> {
  switch (change.kind) {
    case 'account':
      return void (await accountsItem.update(list => [...list, change.account]))
    case 'removed_account':
      return void (await removedAccountsItem.update(list => [...list, change.account]))
    case 'active_account':
      return await activeAccountItem.set(change.accountId)
    case 'balance':
      return void (await balancesItem.update(all => ({ ...all, [change.accountId]: change.after })))
    case 'limits':
      return void (await limitsItem.update(limits => ({
        ...limits,
        accounts: { ...limits.accounts, [change.accountId]: change.after },
      })))
    case 'duplicate_window':
      return void (await limitsItem.update(limits => ({ ...limits, duplicateMinutes: change.after })))
    case 'notification':
      return void (await notificationSwitchesItem.update(all => ({
        ...all,
        [change.notification]: change.isOn,
      })))
    case 'seen':
      return void (await seenChangesItem.update(all => ({
        ...all,
        [change.recordId]: [
          ...(Object.hasOwn(all, change.recordId) ? (all[change.recordId] ?? []) : []),
          ...change.changes,
        ],
      })))
    case 'draft':
      return await draftItemOf(change.key).set(change.after)
  }
}

test('what is shown, done by hand, comes to what the import stores: it changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyItems, anyItems, anyOrders, anyOrders, async (here, there, own, others) => {
      await chrome.storage.local.clear()
      vi.stubGlobal('indexedDB', new IDBFactory())
      await chrome.storage.local.set(here)
      await importOrders(own, 0)
      const before = await allOrders()
      const text = fileOf(there, [...own, ...others])
      const shown = await preview(text)
      expect(await local()).toStrictEqual(json(here))

      answered(await handleRequest({ type: 'import-data', text, digest: shown.digest }))
      const after = await local()
      const history = await allOrders()
      await chrome.storage.local.clear()
      await chrome.storage.local.set(here)
      for (const change of shown.changes) await replay(change)
      expect(after).toStrictEqual(await local())

      const { added, updated } = shown.orders
      const count = (all: readonly { count: number }[]): number =>
        all.reduce((sum, one) => sum + one.count, 0)
      const known = new Map(before.map(entry => [entry.record.id, JSON.stringify(entry)]))
      const changed = history.filter(
        entry => known.has(entry.record.id) && known.get(entry.record.id) !== JSON.stringify(entry),
      )
      expect([count(added), count(updated)]).toStrictEqual([history.length - before.length, changed.length])
    }),
    { numRuns: 150 },
  )
})

test('every change that is shown has words of its own', () => {
  const none: ImportPreview = {
    changes: [],
    orders: { added: [], updated: [], kept: 0, doubtful: 0, claimed: [] },
    keptAccounts: [],
    refusedAccounts: [],
    accountNames: [],
    digest: '',
  }
  const [nothing] = describeImport(none, false)
  const account = {
    id: 'a',
    kind: 'panel',
    name: 'Main',
    baseUrl: 'https://example.com',
    keyTail: '',
  } as const
  const draft = { serviceId: '1', quantity: '5', drip: false, params: {}, link: '', at: '2026-11-22' }
  const changes: readonly ImportChange[] = [
    { kind: 'account', account },
    { kind: 'removed_account', account },
    { kind: 'active_account', accountId: 'a' },
    {
      kind: 'balance',
      accountId: 'a',
      before: undefined,
      after: { amount: '1', currency: 'USD', at: '2026-11-22' },
    },
    { kind: 'limits', accountId: 'a', before: undefined, after: { currency: '', caps: { perDay: '1' } } },
    {
      kind: 'limits',
      accountId: 'a',
      before: { currency: '', caps: { perDay: '1' } },
      after: { currency: 'USD', caps: { perDay: '1' } },
    },
    { kind: 'duplicate_window', before: 0, after: 60 },
    ...notificationKinds.map(notification => ({ kind: 'notification', notification, isOn: false }) as const),
    { kind: 'seen', recordId: 't', changes: ['rejected'] },
    { kind: 'draft', key: 'draft:a:page', before: null, after: draft },
    { kind: 'draft', key: 'draft:a:page', before: draft, after: draft },
  ]
  const lines = changes.map(change => describeImport({ ...none, changes: [change] }, false))
  expect(lines.filter(([line]) => line === nothing)).toStrictEqual([])
  expect(new Set(lines.map(String)).size).toBe(changes.length)
})

test('what would change something else by now is shown again first', async () => {
  const text = fileOf({ limits: limitsItem.wrap({ accounts: {}, duplicateMinutes: 0 }) }, [placedEntry()])
  const { digest } = await preview(text)
  await storeEntries(placedEntry())
  const before = await local()
  expect(await handleRequest({ type: 'import-data', text, digest })).toStrictEqual({
    ok: false,
    sentence: texts.changed(),
  })
  expect(await local()).toStrictEqual(before)
  const shown = await preview(text)
  answered(await handleRequest({ type: 'import-data', text, digest: shown.digest }))
  expect((await limitsItem.get()).duplicateMinutes).toBe(0)
})

test('an account of a file joins no account here that it cannot share a key with', async () => {
  const here: Account = {
    id: 'a',
    kind: 'panel',
    name: 'Main',
    baseUrl: 'https://example.com/api',
    keyTail: 'cdef',
  }
  await accountsItem.set([here])
  const there: readonly Account[] = [
    { ...here, id: 'same', keyGroup: 'a' },
    { ...here, id: 'elsewhere', baseUrl: 'https://example.org/api', keyGroup: 'a' },
    { ...here, id: 'another-key', keyTail: '0123', keyGroup: 'a' },
  ]
  const text = fileOf({ accounts: accountsItem.wrap([...there]) }, [])
  const { digest } = await preview(text)
  answered(await handleRequest({ type: 'import-data', text, digest }))
  const accounts = await accountsItem.get()
  expect(accounts.map(({ id }) => aliasesIn(accounts, id))).toStrictEqual([
    ['a', 'same'],
    ['same', 'a'],
    ['elsewhere'],
    ['another-key'],
  ])
})

test('what is here and cannot be read is set aside, not written over', async () => {
  await chrome.storage.local.set({ limits: { version: 9, value: 'of a later version' } })
  const text = fileOf({ limits: limitsItem.wrap({ accounts: {}, duplicateMinutes: 0 }) }, [])
  const { digest } = await preview(text)
  answered(await handleRequest({ type: 'import-data', text, digest }))
  const kept = Object.entries(await local()).filter(([name]) => name.startsWith('set-aside:newer:'))
  expect(kept.map(([, value]) => value)).toStrictEqual([{ version: 9, value: 'of a later version' }])
})

test.each(['the first write', 'the orders'])('a full disk at %s leaves everything as it was', async at => {
  const text = fileOf({ limits: limitsItem.wrap({ accounts: {}, duplicateMinutes: 0 }) }, [placedEntry()])
  await activeAccountItem.set('a')
  const { digest } = await preview(text)
  const before = await local()
  if (at === 'the orders') {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    })
  } else {
    vi.spyOn(chrome.storage.local, 'set').mockRejectedValue(new Error('Resource::kQuotaBytes quota exceeded'))
  }
  const answer = await handleRequest({ type: 'import-data', text, digest })
  vi.restoreAllMocks()
  expect(answer).toStrictEqual({ ok: false, sentence: expect.stringContaining('disk is full') })
  expect([await local(), await allOrders()]).toStrictEqual([before, []])
})
