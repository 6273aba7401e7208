import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Limits } from '@orderwright/outbox'
import { describe, expect, test } from 'vitest'
import { answered, type SetUp, setUp } from '../../test/set-up.ts'
import { accountsItem } from '../accounts/account-store.ts'
import { aliasesOf } from '../accounts/alias-store.ts'
import { limitsItem } from '../limits/limit-store.ts'
import { handleRequest } from '../messages.ts'
import { allOrders } from '../orders/history/order-history.ts'
import type { CheckoutIssue } from './issue.ts'
import type { Placed, PlaceOrder } from './messages.ts'

const adds = ({ server }: SetUp): number => server.control.requestLog.list({ action: 'add' }).length

/** Another review of the same order, later than all that was placed before. */
async function place({ request }: SetUp, change: Partial<PlaceOrder> = {}): Promise<Placed> {
  const id = crypto.randomUUID()
  const reviewedAt = Date.now() + 1
  return answered(await handleRequest({ type: 'place-order', ...request, id, reviewedAt, ...change }))
}

function issuesOf(placed: Placed): readonly CheckoutIssue[] {
  return placed.kind === 'issues' ? placed.issues : []
}

const codesOf = (placed: Placed): readonly string[] => issuesOf(placed).map(({ code }) => code)

const limitsOf = (
  { account }: SetUp,
  caps: Limits['accounts'][string]['caps'],
  currency = 'USD',
): Limits => ({
  accounts: { [account.id]: { currency, caps } },
  duplicateMinutes: 0,
})

describe('limits', () => {
  test.each([
    ['perOrder', '2.74', 'over_order_cap'],
    ['perDay', '2.74', 'over_day_cap'],
    ['perAccount', '2.74', 'over_account_cap'],
  ])('an order over %s is not sent, and leaves nothing behind', async (name, cap, code) => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { [name]: cap }))
    expect(codesOf(await place(it))).toStrictEqual([code])
    expect([adds(it), await allOrders()]).toStrictEqual([0, []])
  })

  test('orders that reach a limit are sent, and count for the next', async () => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { perOrder: '2.75', perDay: '5.5', perAccount: '5.5' }))
    for (const kind of ['recorded', 'recorded', 'issues']) expect((await place(it)).kind).toBe(kind)
    expect(adds(it)).toBe(2)
  })

  test('of several that are confirmed at once no more are sent than a limit allows', async () => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { perDay: '5.5' }))
    const quantities = ['1000', '1500', '2000', '2500']
    const placed = await Promise.all(
      quantities.map(quantity => {
        const total = { 1000: '2.75', 1500: '4.125', 2000: '5.5', 2500: '6.875' }[quantity] ?? ''
        const confirmed = { ...it.request.confirmed, total, quantity, delivers: quantity }
        return place(it, { order: { ...it.request.order, quantity }, confirmed })
      }),
    )
    expect(placed.map(({ kind }) => kind).toSorted()).toStrictEqual([
      'issues',
      'issues',
      'issues',
      'recorded',
    ])
    expect(adds(it)).toBe(1)
  })

  test('in another currency than the account’s stop everything', async () => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { perOrder: '100' }, 'EUR'))
    expect(issuesOf(await place(it))).toStrictEqual([{ code: 'other_currency', set: 'EUR', now: 'USD' }])
    expect(adds(it)).toBe(0)
  })

  test('that cannot be read stop everything until they are set again', async () => {
    await using it = await setUp()
    await chrome.storage.local.set({ limits: { version: 1, value: 'damaged' } })
    expect(codesOf(await place(it))).toStrictEqual(['limits_unreadable'])
    await limitsItem.set(limitsOf(it, {}))
    expect((await place(it)).kind).toBe('recorded')
  })

  test('the balance stops too, whatever the limits are', async () => {
    await using it = await setUp()
    it.server.control.accounts.setFunds(mockQqtubeKey, '2.74')
    expect(codesOf(await place(it))).toStrictEqual(['over_balance'])
    expect(adds(it)).toBe(0)
  })
})

describe('the same order again', () => {
  test('is sent to nobody until every earlier one was seen', async () => {
    await using it = await setUp()
    const first = await place(it)
    const asked = await place(it)
    expect(asked).toMatchObject({ kind: 'issues', issues: [{ code: 'ordered_before' }] })
    const id = first.kind === 'recorded' ? first.record.id : ''
    const second = await place(it, { seen: [id] })
    expect(second.kind).toBe('recorded')
    const again = await place(it, { seen: [id] })
    expect(
      issuesOf(again).flatMap(one => (one.code === 'ordered_before' ? one.earlier.length : [])),
    ).toStrictEqual([2])
    expect(adds(it)).toBe(2)
  })

  test('is asked about through another account too', async () => {
    await using it = await setUp()
    await place(it)
    const other = answered(
      await handleRequest({
        type: 'save-account',
        id: null,
        kind: 'qqtube',
        name: 'Second',
        baseUrl: it.account.baseUrl,
        key: mockQqtubeKey,
      }),
    )
    expect(codesOf(await place(it, { accountId: other.id }))).toStrictEqual(['ordered_before'])
  })

  test('is not asked about where the person has chosen so, but for what came in since the review', async () => {
    await using it = await setUp()
    await limitsItem.set({ accounts: {}, duplicateMinutes: 0 })
    await place(it)
    expect((await place(it)).kind).toBe('recorded')
    expect(codesOf(await place(it, { reviewedAt: Date.now() - 60_000 }))).toStrictEqual(['ordered_before'])
    expect(adds(it)).toBe(2)
  })
})

describe('two accounts that name the same upstream and key', () => {
  async function twinOf({ account }: SetUp, key = mockQqtubeKey): Promise<string> {
    const { kind, baseUrl } = account
    const request = { type: 'save-account', id: null, kind, name: 'Twin', baseUrl, key } as const
    return answered(await handleRequest(request)).id
  }
  const through = (accountId: string, it: SetUp): SetUp => ({ ...it, request: { ...it.request, accountId } })

  test('share what is spent and what was ordered', async () => {
    await using it = await setUp()
    const twin = await twinOf(it)
    expect((await place(it)).kind).toBe('recorded')
    await limitsItem.set({
      accounts: { [twin]: { currency: 'USD', caps: { perDay: '5.49', perAccount: '5.49' } } },
    })
    expect(codesOf(await place(through(twin, it)))).toStrictEqual([
      'over_day_cap',
      'over_account_cap',
      'ordered_before',
    ])
    await limitsItem.set({
      accounts: { [twin]: { currency: 'USD', caps: { perDay: '5.5' } } },
      duplicateMinutes: 0,
    })
    expect((await place(through(twin, it))).kind).toBe('recorded')
  })

  test('share it also after one of them was removed', async () => {
    await using it = await setUp()
    const twin = await twinOf(it)
    expect((await place(it)).kind).toBe('recorded')
    answered(await handleRequest({ type: 'remove-account', accountId: it.account.id }))
    await limitsItem.set({
      accounts: { [twin]: { currency: 'USD', caps: { perAccount: '5.49' } } },
      duplicateMinutes: 0,
    })
    expect(codesOf(await place(through(twin, it)))).toStrictEqual(['over_account_cap'])
  })

  test('share nothing once one of them has another key', async () => {
    await using it = await setUp()
    const twin = await twinOf(it)
    expect(await aliasesOf(twin)).toStrictEqual([twin, it.account.id])
    const { id, kind, name, baseUrl } = it.account
    const edit = { type: 'save-account', id, kind, name, baseUrl, key: 'another-key-of-mine' } as const
    answered(await handleRequest(edit))
    expect([await aliasesOf(id), await aliasesOf(twin)]).toStrictEqual([[id], [twin]])
    answered(await handleRequest({ ...edit, key: mockQqtubeKey }))
    expect(await aliasesOf(id)).toStrictEqual([id, twin])
  })

  test('are known as such with nothing made from the key', async () => {
    await using it = await setUp()
    await twinOf(it)
    const stored = await accountsItem.get()
    expect(stored.map(({ keyGroup }) => keyGroup)).toStrictEqual([undefined, it.account.id])
  })
})

describe('limits stay', () => {
  test('where the account is removed and added again', async () => {
    await using it = await setUp()
    const { id, kind, name, baseUrl } = it.account
    const limits = limitsOf(it, { perOrder: '1' })
    await limitsItem.set(limits)
    answered(await handleRequest({ type: 'remove-account', accountId: id }))
    const again = { type: 'save-account', id: null, kind, name, baseUrl, key: mockQqtubeKey } as const
    expect(answered(await handleRequest(again)).id).toBe(id)
    expect(await limitsItem.get()).toStrictEqual(limits)
    expect(codesOf(await place(it))).toStrictEqual(['over_order_cap'])
  })

  test('where they were set before the currency was known, and are in that one from then on', async () => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { perOrder: '1' }, ''))
    expect(codesOf(await place(it))).toStrictEqual(['over_order_cap'])
    expect(await limitsItem.get()).toStrictEqual(limitsOf(it, { perOrder: '1' }, 'USD'))
  })

  test('where the upstream writes its currency otherwise', async () => {
    await using it = await setUp()
    await limitsItem.set(limitsOf(it, { perOrder: '1' }, 'usd'))
    expect(codesOf(await place(it))).toStrictEqual(['over_order_cap'])
  })
})
