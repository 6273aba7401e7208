import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { anyOrder } from '../../test/any-order.ts'
import { entryIn, panelStatus, placedEntry } from '../../test/order-entry.ts'
import { answered, placed, setUp } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import type { Account } from '../accounts/account.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { consentItem } from '../checkout/consent.ts'
import { readKey } from '../keys/vault/account-keys.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { handleRequest } from '../messages.ts'
import { draftItem } from '../order-form/draft-store.ts'
import { allOrders } from '../orders/history/order-history.ts'
import type { Backup } from './backup-file.ts'
import { finishUnfinished } from './handlers.background.ts'
import { importOrders } from './import.background.ts'
import type { ImportPreview } from './import-preview.ts'
import { messages as texts } from './texts/en.generated.ts'

const key = 'a-distinctive-key-7d21'
const draft = (at: string) => ({ serviceId: '1', quantity: at, drip: false, params: {}, link: '', at })

async function addAccount(name = 'Sample'): Promise<Account> {
  const answer = await handleRequest({
    type: 'save-account',
    id: null,
    kind: 'panel',
    name,
    baseUrl: 'https://example.com/api',
    key,
  })
  return answered(answer)
}

const exported = async (): Promise<Backup> => answered(await handleRequest({ type: 'export-data' }))
const text = async (): Promise<string> => JSON.stringify(await exported())
const previewed = async (file: string): Promise<ImportPreview> =>
  answered(await handleRequest({ type: 'preview-import', text: file }))
const imported = async (file: string): Promise<ImportPreview> => {
  const { digest } = await previewed(file)
  return answered(await handleRequest({ type: 'import-data', text: file, digest }))
}

async function forget(): Promise<void> {
  answered(await handleRequest({ type: 'forget-everything' }))
}

/** Everything that is stored, to compare. */
const stored = async (): Promise<unknown> => [
  await chrome.storage.local.get(null),
  (await allOrders()).toSorted((one, other) => one.record.id.localeCompare(other.record.id)),
]

describe('a file of everything', () => {
  test('can be read again with the orders of years', async () => {
    const account = await addAccount()
    const orders = Array.from({ length: 8000 }, (_, index) =>
      placedEntry(undefined, { id: `order-${index}`, accountId: account.id }),
    )
    const file = JSON.stringify({ ...(await exported()), orders }, null, 2)
    expect(file.length).toBeGreaterThan(4_000_000)
    const { added } = (await previewed(file)).orders
    expect(added.map(({ count }) => count)).toStrictEqual([orders.length])
  })

  test('holds accounts, orders and drafts, and no key in any mode', async () => {
    const account = await addAccount()
    await storeEntries(placedEntry(undefined, { accountId: account.id }))
    await draftItem(account.id, 'page').set(draft('2026-11-22'))
    for (const change of [
      { mode: 'keep' },
      { mode: 'session' },
      { mode: 'passphrase', passphrase: 'four words of mine' },
    ] as const) {
      answered(await handleRequest({ type: 'change-key-mode', change }))
      const file = await text()
      expect(Object.keys((await exported()).items).toSorted()).toStrictEqual([
        'accounts',
        'balances',
        `draft:${account.id}:page`,
      ])
      expect([file.includes(key), file.includes('sealed'), file.includes('salt')]).toStrictEqual([
        false,
        false,
        false,
      ])
    }
  })

  test('brings back everything but keys, and what was on its way is unknown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyOrder, { selector: ({ record }) => record.id, maxLength: 8 }),
        async orders => {
          await chrome.storage.local.clear()
          const account = await addAccount()
          await draftItem(account.id, 'page').set(draft('2026-11-22'))
          await importOrders(orders, 0)
          const file = await text()
          const before = await stored()
          await forget()
          expect(await allOrders()).toStrictEqual([])
          await imported(file)
          // No balances were known: a list of none is not written.
          const [{ keys: _, balances: __, ...local }, history] = JSON.parse(JSON.stringify(before))
          const [after, historyAfter] = JSON.parse(JSON.stringify(await stored()))
          expect(after).toStrictEqual(local)
          expect(historyAfter).toStrictEqual(history)
          expect(
            (await allOrders()).filter(({ record }) => ['queued', 'submitting'].includes(record.state.name)),
          ).toStrictEqual([])
          expect(await imported(file)).toMatchObject({ changes: [], orders: { added: [], updated: [] } })
          await forget()
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('an import', () => {
  test('is shown before anything is stored', async () => {
    const account = await addAccount()
    await storeEntries(placedEntry(undefined, { id: 'known' }))
    const backup = await exported()
    const file = JSON.stringify({
      ...backup,
      orders: [placedEntry(panelStatus(), { id: 'known' }), placedEntry(undefined, { id: 'new' })],
      items: { ...backup.items, 'draft:a:page': { version: 1, value: draft('2026-11-22') } },
    })
    const before = await stored()
    const { changes, orders, keptAccounts } = await previewed(file)
    expect({ changes, orders, keptAccounts }).toStrictEqual({
      changes: [{ kind: 'draft', key: 'draft:a:page', before: null, after: draft('2026-11-22') }],
      orders: {
        added: [{ state: 'Placed', count: 1 }],
        updated: [{ before: 'Placed', state: 'In progress', count: 1 }],
        kept: 0,
        doubtful: 0,
        claimed: [],
      },
      keptAccounts: [account.name],
    })
    expect(await stored()).toStrictEqual(before)
  })

  test('leaves an account that is here as it is: its key must not go to another address', async () => {
    const account = await addAccount()
    const file = (await text()).replaceAll('https://example.com/api', 'https://elsewhere.example/api')
    expect(file).toContain('elsewhere')
    expect(await imported(file)).toMatchObject({ changes: [], keptAccounts: ['Sample'] })
    expect(await accountsItem.get()).toStrictEqual([account])
  })

  test('sends no key to another address, where the list of accounts was lost and its keys were not', async () => {
    const account = await addAccount()
    const file = (await text()).replaceAll('https://example.com/api', 'https://elsewhere.example/api')
    const back = await text()
    await chrome.storage.local.set({ accounts: { version: 1, value: 'damaged' } })
    await imported(file)
    const [moved] = await accountsItem.get()
    expect(moved).toStrictEqual({ ...account, baseUrl: 'https://elsewhere.example/api' })
    expect(await readKey({ id: account.id, baseUrl: 'https://elsewhere.example/api' })).toBeUndefined()
    const fetches = vi.spyOn(globalThis, 'fetch')
    const answer = await handleRequest({ type: 'read-balance', accountId: account.id })
    expect(answer).toStrictEqual({ ok: false, sentence: expect.stringContaining('no key') })
    expect(fetches).not.toHaveBeenCalled()
    await accountsItem.set([])
    await imported(back)
    expect(await readKey(account)).toBe(key)
  })

  test('adds no account whose address this extension would not have stored', async () => {
    await addAccount()
    const file = (await text()).replaceAll('https://example.com/api', 'http://example.com/api')
    await forget()
    expect(await imported(file)).toMatchObject({ changes: [], refusedAccounts: ['Sample'] })
    expect(await accountsItem.get()).toStrictEqual([])
  })

  test('loosens no limit that was set here, and says what it changes', async () => {
    const { id } = await addAccount()
    const caps = { perOrder: '5', perDay: '10' }
    await limitsItem.set({ accounts: { [id]: { currency: 'USD', caps } }, duplicateMinutes: 0 })
    const file = await text()
    const stricter = { accounts: { [id]: { currency: 'USD', caps: { perOrder: '7', perDay: '8' } } } }
    await limitsItem.set({ ...stricter, duplicateMinutes: 60 })
    const before = { currency: 'USD', caps: stricter.accounts[id]?.caps }
    const after = { currency: 'USD', caps: { perOrder: '5', perDay: '8' } }
    expect((await imported(file)).changes).toStrictEqual([{ kind: 'limits', accountId: id, before, after }])
    expect(await limitsItem.get()).toStrictEqual({
      accounts: { [id]: { currency: 'USD', caps: { perOrder: '5', perDay: '8' } } },
      duplicateMinutes: 60,
    })
    await limitsItem.remove()
    expect((await imported(file)).changes).toStrictEqual([
      { kind: 'limits', accountId: id, before: undefined, after: { currency: 'USD', caps } },
      { kind: 'duplicate_window', before: 1440, after: 0 },
    ])
  })

  test('takes the later of two drafts, and no consent', async () => {
    await consentItem.set({ version: 1, at: '2026-11-22T12:00:00.000Z' })
    await draftItem('a', 'old').set(draft('2026-11-20'))
    await draftItem('a', 'new').set(draft('2026-11-22'))
    const file = await text()
    await forget()
    await draftItem('a', 'old').set(draft('2026-11-21'))
    await draftItem('a', 'new').set(draft('2026-11-21'))
    await imported(file)
    expect([await draftItem('a', 'old').get(), await draftItem('a', 'new').get()]).toStrictEqual([
      draft('2026-11-21'),
      draft('2026-11-22'),
    ])
    expect(await consentItem.get()).toBeNull()
  })

  test('brings no keys in, whatever the file calls them', async () => {
    const backup = await exported()
    const items = {
      keys: { version: 1, value: { mode: 'keep', keys: { a: key } } },
      autoLock: { version: 1, value: 0 },
    }
    await imported(JSON.stringify({ ...backup, items }))
    expect(await chrome.storage.local.getKeys()).toStrictEqual([])
  })

  const good: Backup = {
    format: 'orderwright',
    version: 1,
    exportedAt: '2026-11-22T12:00:00.000Z',
    items: {},
    orders: [placedEntry()],
  }
  test.each<[string, unknown, string]>([
    ['no JSON', undefined, 'exported by Orderwright'],
    ['another program’s', { orders: [] }, 'exported by Orderwright'],
    ['of a newer Orderwright', { ...good, version: 2, orders: 'elsewhere' }, 'newer Orderwright'],
    [
      'with an item of a newer one',
      { ...good, items: { accounts: { version: 9, value: [] } } },
      'newer Orderwright',
    ],
    [
      'with a damaged item',
      { ...good, items: { accounts: { version: 1, value: [1] } } },
      'damaged at “items.accounts”',
    ],
    [
      'with a name that no field has',
      `{"format":"orderwright","version":1,"exportedAt":"2026-11-22T12:00:00.000Z","orders":[],"items":{"limits":{"version":1,"value":{"accounts":{"__proto__":{"currency":"USD","caps":{}}}}}}}`,
      'damaged at “items.limits.value.accounts.__proto__”',
    ],
    [
      'with an account that is called like a part of every object',
      { ...good, items: { balances: { version: 1, value: { constructor: {} } } } },
      'damaged at “items.balances.value.constructor”',
    ],
    [
      'that nests too deep',
      `{"format":"orderwright","version":1,"exportedAt":"2026-11-22T12:00:00.000Z","orders":[],"items":{"x":${'['.repeat(1_900_000)}${']'.repeat(1_900_000)}}}`,
      'damaged at “items.x.0.0.0',
    ],
    [
      'with too many items',
      {
        ...good,
        items: Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`draft:a:${index}`, 0])),
      },
      'damaged at “items”',
    ],
    [
      'with more accounts than anybody has',
      {
        ...good,
        items: {
          accounts: {
            version: 1,
            value: Array.from({ length: 1001 }, (_, index) => ({
              id: `a${index}`,
              kind: 'panel',
              name: 'A',
              baseUrl: 'https://example.com',
              keyTail: '',
            })),
          },
        },
      },
      'damaged at “items.accounts.value”',
    ],
    [
      'with a damaged order',
      { ...good, orders: [...good.orders, { record: { id: 't2' } }] },
      'damaged at “orders.1',
    ],
    [
      'with an amount that is none',
      { ...good, orders: [placedEntry(undefined, { confirmed: { total: '1e9' } })] },
      'damaged at “orders.0.record.confirmed.total',
    ],
  ])('of a file that is %s changes nothing, and says why', async (_, file, sentence) => {
    const before = await stored()
    const text = typeof file === 'string' ? file : (JSON.stringify(file) ?? 'not JSON')
    for (const request of [
      { type: 'preview-import', text },
      { type: 'import-data', text, digest: '' },
    ] as const) {
      expect(await handleRequest(request)).toStrictEqual({
        ok: false,
        sentence: expect.stringContaining(sentence),
      })
    }
    expect(await stored()).toStrictEqual(before)
  })

  test('takes params of any name, as orders have them', async () => {
    const params = JSON.parse('{"constructor":"1","__proto__":"2"}')
    const order = { serviceId: '7', target: undefined, quantity: '1000', drip: false, params }
    await importOrders([entryIn({ name: 'accepted', orderId: '7' }, { order })], 0)
    const file = await text()
    await forget()
    await imported(file)
    expect((await allOrders()).map(({ record }) => JSON.stringify(record.order.params))).toStrictEqual([
      JSON.stringify(params),
    ])
  })

  test('that is cut off at any write is taken to its end by the next worker, or has not begun', async () => {
    await addAccount('Imported')
    await importOrders([placedEntry()], 0)
    const file = await text()
    const outcomes = []
    for (let nth = 1; nth <= 3; nth += 1) {
      await forget()
      const { digest } = await previewed(file)
      let writes = 0
      const area = chrome.storage.local
      const spies = (['set', 'remove'] as const).map(name => {
        const write = area[name]
        return vi.spyOn(area, name).mockImplementation(async (input: unknown) => {
          writes += 1
          if (writes >= nth) throw new Error('the worker died')
          await Reflect.apply(write, area, [input])
        })
      })
      await handleRequest({ type: 'import-data', text: file, digest })
      for (const spy of spies) spy.mockRestore()
      await finishUnfinished()
      outcomes.push([(await accountsItem.get()).length, (await allOrders()).length])
      expect((await chrome.storage.local.getKeys()).filter(name => name === 'unfinished')).toStrictEqual([])
    }
    expect(outcomes).toStrictEqual([
      [0, 0],
      [1, 1],
      [1, 1],
    ])
  })
})

describe('forgetting everything', () => {
  test('leaves nothing: storage, memory, history, alarms, permissions', async () => {
    await addAccount()
    await storeEntries(placedEntry())
    answered(
      await handleRequest({
        type: 'change-key-mode',
        change: { mode: 'passphrase', passphrase: 'four words of mine' },
      }),
    )
    const remove = vi.spyOn(chrome.permissions, 'remove')
    await forget()
    expect([
      await chrome.storage.local.getKeys(),
      await chrome.storage.session.getKeys(),
      await allOrders(),
      await chrome.alarms.get('lock-keys'),
    ]).toStrictEqual([[], [], [], undefined])
    expect(remove.mock.calls).toStrictEqual([[{ origins: ['https://example.com/*'] }]])
  })

  test('waits while an order is on its way', async () => {
    const account = await addAccount()
    await storeEntries(entryIn({ name: 'submitting' }, { accountId: account.id }))
    let release = (): void => undefined
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    void navigator.locks.request('outbox order t', () => held)
    onTestFinished(release)
    expect(await handleRequest({ type: 'forget-everything' })).toStrictEqual({
      ok: false,
      sentence: texts.onItsWay(),
    })
    expect(await allOrders()).toHaveLength(1)
  })

  test('waits while an order that was confirmed is judged, before anything of it is stored', async () => {
    await using it = await setUp()
    const held = it.server.control.faults.add({ fault: 'held', action: 'services' })
    const placing = placed(it.request)
    await it.server.control.requestLog.waitFor({ action: 'services' })
    expect(await handleRequest({ type: 'forget-everything' })).toStrictEqual({
      ok: false,
      sentence: texts.onItsWay(),
    })
    held.release()
    expect((await placing).state.name).toBe('accepted')
    await forget()
    expect(await allOrders()).toStrictEqual([])
  })

  test('frees a disk on which there is no room for a note', async () => {
    await addAccount()
    await storeEntries(placedEntry())
    const set = chrome.storage.local.set.bind(chrome.storage.local)
    vi.spyOn(chrome.storage.local, 'set').mockImplementation(async (items: Record<string, unknown>) => {
      const isFull = (await chrome.storage.local.getKeys()).length > 0
      if (isFull) throw new Error('Resource::kQuotaBytes quota exceeded')
      await set(items)
    })
    await forget()
    vi.restoreAllMocks()
    expect([await allOrders(), await chrome.storage.local.getKeys()]).toStrictEqual([[], []])
  })

  test('that is cut off is finished by the next worker', async () => {
    await addAccount()
    await storeEntries(placedEntry())
    const clear = vi
      .spyOn(chrome.storage.session, 'clear')
      .mockRejectedValueOnce(new Error('the worker died'))
    expect((await handleRequest({ type: 'forget-everything' })).ok).toBe(false)
    clear.mockRestore()
    expect(await allOrders()).toHaveLength(1)
    await finishUnfinished()
    expect([await allOrders(), await chrome.storage.local.getKeys()]).toStrictEqual([[], []])
  })
})
