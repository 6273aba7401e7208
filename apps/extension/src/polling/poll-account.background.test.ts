import { mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { entryIn, madeAt, panelStatus, placedEntry, recordIn, unknownState } from '../../test/order-entry.ts'
import { answered, placed, type SetUp, setUp, setUpPanel } from '../../test/set-up.ts'
import { storeEntries } from '../../test/store-entry.ts'
import { refreshIndicators } from '../after-order-change.background.ts'
import { handleRequest } from '../messages.ts'
import { allNotificationsOn, notificationSwitchesItem } from '../notifications/switches.ts'
import { changeNames } from '../notifications/unseen-changes.ts'
import { orderById, ordersOf } from '../orders/history/order-history.ts'
import type { Answer } from '../platform/request.ts'
import { pollAlarm } from './alarm.background.ts'
import { pollAllAccounts } from './poll-account.background.ts'
import { freshPollState } from './poll-state.ts'
import { pollStatesItem } from './poll-state-store.background.ts'
import { messages as texts } from './texts/en.generated.ts'

const minute = 60_000
const hour = 60 * minute

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: madeAt + hour })
})

afterEach(() => {
  vi.useRealTimers()
})

const open = ({ account }: SetUp): Promise<Answer<null>> =>
  handleRequest({ type: 'refresh-orders', accountId: account.id, trigger: 'opened' })
const want = ({ account }: SetUp): Promise<Answer<null>> =>
  handleRequest({ type: 'refresh-orders', accountId: account.id, trigger: 'wanted' })
/** As the alarm does. */
const ring = (): Promise<void> => pollAllAccounts().finally(refreshIndicators)
const asked = ({ server }: SetUp): readonly (string | undefined)[] =>
  server.control.requestLog.list().map(({ action }) => action)
const later = (ms: number): unknown => vi.setSystemTime(Date.now() + ms)
const ringsIn = async (): Promise<number | undefined> => {
  const alarm = await chrome.alarms.get(pollAlarm)
  return alarm && alarm.scheduledTime - Date.now()
}

/** So many orders that the upstream has taken, which are an hour old in the history. */
async function taken(it: SetUp, count: number): Promise<void> {
  const isPanel = it.account.kind === 'panel'
  const target = it.request.order.target ?? ''
  const fields = isPanel
    ? { key: mockPanelKey, action: 'add', service: '1', quantity: '100', link: target }
    : { api_key: mockQqtubeKey, action: 'add', id_service: '3', quantity: '1000', url: target }
  for (let taken = 0; taken < count; taken += 1) {
    await fetch(it.account.baseUrl, { method: 'POST', body: new URLSearchParams(fields) })
  }
  const orders = it.server.control.orders.list()
  expect(orders).toHaveLength(count)
  await storeEntries(
    ...orders.map(({ id, quantity, charged }) =>
      entryIn(
        { name: 'accepted', orderId: id },
        {
          id: `record-${id}`,
          accountId: it.account.id,
          confirmed: { total: charged, quantity, delivers: quantity },
        },
      ),
    ),
  )
  it.server.control.requestLog.clear()
}

test('open orders are asked about until they are final, with their charge and progress', async () => {
  await using it = await setUp()
  await placed(it.request)
  const state = async (): Promise<unknown> => (await ordersOf(it.account.id))[0]?.record.state
  answered(await want(it))
  expect(await state()).toMatchObject({ name: 'open', status: { charge: '2.75', isFinal: false } })

  it.server.control.clock.advance(30 * 24 * hour)
  answered(await want(it))
  expect(await state()).toMatchObject({ name: 'closed', status: { state: 'completed', progress: 1 } })

  it.server.control.requestLog.clear()
  answered(await want(it))
  expect(asked(it)).toStrictEqual([])
  expect(await ringsIn()).toBeUndefined()
})

test('with no open order nobody is asked, so a server that is down does not matter', async () => {
  await using it = await setUp()
  await it.server.close()
  expect(await open(it)).toStrictEqual({ ok: true, value: null })
})

describe('the fewest requests', () => {
  test('250 open orders of a panel take 3', async () => {
    await using it = await setUpPanel()
    await taken(it, 250)
    await ring()
    expect(asked(it)).toStrictEqual(['status', 'status', 'status'])
  })

  test('300 open orders at QQTube take 1', async () => {
    await using it = await setUp()
    await taken(it, 300)
    await ring()
    expect(asked(it)).toStrictEqual(['submissions'])
  })

  test('one that is due takes along those that soon will be', async () => {
    await using it = await setUpPanel()
    await taken(it, 3)
    const [one, two, three] = it.server.control.orders.list().map(({ id }) => `record-${id}`)
    const askedAt = {
      [one ?? '']: Date.now() - 10 * minute,
      [two ?? '']: Date.now() - 6 * minute,
      [three ?? '']: Date.now() - minute,
    }
    await pollStatesItem.set({ [it.account.id]: { ...freshPollState, askedAt } })
    await ring()
    const [request, ...more] = it.server.control.requestLog.list()
    expect([request?.fields.orders?.split(',').map(id => `record-${id}`), more]).toStrictEqual([
      [one, two],
      [],
    ])
  })

  test('a window that opens again seconds later asks for nothing, a person who wants to know does', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    answered(await open(it))
    later(20_000)
    answered(await open(it))
    expect(asked(it)).toStrictEqual(['status'])
    answered(await want(it))
    expect(asked(it)).toStrictEqual(['status', 'status'])
    later(30_000)
    answered(await open(it))
    expect(asked(it)).toHaveLength(3)
  })

  test('two windows and the alarm at the same moment ask once', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    await Promise.all([open(it), open(it), ring()])
    expect(asked(it)).toStrictEqual(['status'])
  })
})

describe('the alarm', () => {
  test('rings a minute after an order was placed, and ever later while nothing changes', async () => {
    await using it = await setUpPanel()
    await placed(it.request)
    answered(await open(it))
    await expect.poll(ringsIn).toBeGreaterThanOrEqual(minute)
    expect(await ringsIn()).toBeLessThanOrEqual(1.1 * minute)
    later(hour)
    await ring()
    expect(await ringsIn()).toBeGreaterThanOrEqual(10 * minute)
    expect(await ringsIn()).toBeLessThanOrEqual(11 * minute)
  })

  test('does not ask before the time has come', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    await ring()
    later(hour)
    await ring()
    expect(asked(it)).toHaveLength(2)
    later(10 * minute - 1)
    await ring()
    expect(asked(it)).toHaveLength(2)
    later(1)
    await ring()
    expect(asked(it)).toHaveLength(3)
  })

  test('goes on to the next account where one cannot be asked', async () => {
    await using broken = await setUp()
    await using other = await setUpPanel()
    await broken.server.close()
    await storeEntries(placedEntry(undefined, { accountId: broken.account.id }))
    await taken(other, 1)
    await ring()
    expect(asked(other)).toStrictEqual(['status'])
  })

  test('looks for an order in doubt, and tells that it was found', async () => {
    await using it = await setUp()
    const { record } = placedEntry(undefined, { accountId: it.account.id })
    await fetch(it.account.baseUrl, {
      method: 'POST',
      body: new URLSearchParams({
        api_key: mockQqtubeKey,
        action: 'add',
        id_service: '3',
        quantity: '1000',
        url: it.request.order.target ?? '',
      }),
    })
    const order = { ...it.request.order }
    await storeEntries({
      record: { ...record, order, canListOrders: true, sentAt: Date.now(), state: unknownState },
    })
    await ring()
    const [listed] = it.server.control.orders.list()
    expect((await orderById(record.id))?.record.state).toMatchObject({ orderId: listed?.id })
    const [notice] = Object.values(await chrome.notifications.getAll())
    expect(notice).toMatchObject({ title: 'Order found' })
  })
})

describe('one order of an odd number', () => {
  const odd = (accountId: string) => entryIn({ name: 'accepted', orderId: '12,13' }, { id: 'odd', accountId })

  test('does not end the polling of the others', async () => {
    await using it = await setUpPanel()
    await taken(it, 3)
    await storeEntries(odd(it.account.id))
    await ring()
    const states = (await ordersOf(it.account.id)).map(({ record: { id, state } }) => [
      id === 'odd',
      state.name,
    ])
    expect(states.toSorted()).toStrictEqual([
      [false, 'open'],
      [false, 'open'],
      [false, 'open'],
      [true, 'accepted'],
    ])
    expect((await pollStatesItem.get())[it.account.id]).toMatchObject({ failures: 0 })
    expect(await ringsIn()).toBeGreaterThanOrEqual(minute)
  })

  test('is named to a person who asks for all that is new', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    await storeEntries(odd(it.account.id))
    expect(await want(it)).toStrictEqual({
      ok: false,
      sentence: texts.failed({ provider: 'Panel', count: 1, orders: '12,13' }),
    })
    expect((await pollStatesItem.get())[it.account.id]).toMatchObject({ failures: 0 })
    expect(await open(it)).toStrictEqual({ ok: true, value: null })
  })
})

describe('an upstream that cannot be asked', () => {
  test('is left alone longer and longer, until it answers', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    it.server.control.faults.add({ fault: 'html-403', times: 1000 })
    const waits: (number | undefined)[] = []
    for (let failure = 1; failure <= 8; failure += 1) {
      await ring()
      waits.push(await ringsIn())
      const before = asked(it).length
      later((waits.at(-1) ?? 0) / 2)
      await ring()
      expect(asked(it)).toHaveLength(before)
      later((waits.at(-1) ?? 0) / 2)
    }
    for (const [index, wait = 0] of waits.entries()) {
      const least = Math.min(hour, minute * 2 ** index)
      expect(wait).toBeGreaterThanOrEqual(least)
      expect(wait).toBeLessThanOrEqual(least * 1.25 * 1.1)
    }
    it.server.control.faults.clear()
    await ring()
    expect((await pollStatesItem.get())[it.account.id]).toMatchObject({ failures: 0, notBefore: 0 })
  })

  test('is not asked by a second alarm that rang while the first one failed', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    it.server.control.faults.add({ fault: 'html-403', times: 2 })
    await Promise.all([ring(), ring()])
    expect(asked(it)).toStrictEqual(['status'])
    expect(await ringsIn()).toBeGreaterThanOrEqual(minute)
  })

  test('that says how long is asked by nobody before, but by a person who insists', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    it.server.control.faults.add({ fault: 'error-429', retryAfter: '15m' })
    await ring()
    expect(await ringsIn()).toBeGreaterThanOrEqual(15 * minute)
    it.server.control.requestLog.clear()
    later(14 * minute)
    expect(await open(it)).toStrictEqual({
      ok: false,
      sentence: expect.stringMatching(/^Panel .* \d+:\d\d [AP]M\./),
    })
    expect(asked(it)).toStrictEqual([])
    answered(await want(it))
    expect(asked(it)).toStrictEqual(['status'])
  })

  test('is asked again at once where the clock was set back since', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    it.server.control.faults.add({ fault: 'error-429', retryAfter: '15m' })
    await ring()
    it.server.control.requestLog.clear()
    later(-hour / 2)
    expect(await open(it)).toStrictEqual({ ok: true, value: null })
    expect(asked(it)).toStrictEqual(['status'])
    expect(await ringsIn()).toBeLessThan(hour)
  })

  test('is told of in a sentence, and asked anew when its account is saved again', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    it.server.control.faults.add({ fault: 'html-403' })
    expect(await open(it)).toMatchObject({ ok: false })
    const { id, kind, name, baseUrl } = it.account
    await handleRequest({ type: 'save-account', id, kind, name, baseUrl, key: mockPanelKey })
    expect(await pollStatesItem.get()).toStrictEqual({})
    await ring()
    expect(await pollStatesItem.get()).toMatchObject({ [id]: { failures: 0 } })
  })
})

describe('while keys are locked', () => {
  test('nobody is asked and no alarm is set, which unlocking makes up for', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    const passphrase = 'four words of mine'
    answered(await handleRequest({ type: 'change-key-mode', change: { mode: 'passphrase', passphrase } }))
    expect(await ringsIn()).toBeDefined()
    answered(await handleRequest({ type: 'lock-keys' }))
    expect(await ringsIn()).toBeUndefined()
    await ring()
    expect(await open(it)).toMatchObject({ ok: false, sentence: expect.stringContaining('locked') })
    expect([asked(it), await pollStatesItem.get()]).toStrictEqual([[], {}])
    answered(await handleRequest({ type: 'unlock-keys', passphrase }))
    expect(await ringsIn()).toBeLessThanOrEqual(33_000)
  })
})

describe('what is found out while nobody looks', () => {
  const shown = async (): Promise<readonly unknown[]> =>
    Object.values(await chrome.notifications.getAll()).map(notice => notice)
  const complete = ({ server }: SetUp): void => {
    for (const { id } of server.control.orders.list()) server.control.orders.setStatus(id, 'Completed')
  }

  test('is notified once, whatever is asked after', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    complete(it)
    await ring()
    const [{ id = '' } = {}] = it.server.control.orders.list()
    expect(await shown()).toStrictEqual([
      {
        type: 'basic',
        iconUrl: chrome.runtime.getURL('icons/128.png'),
        title: 'Order completed',
        message: `Sample: Order ${id} is completed.`,
      },
    ])
    const [name = ''] = Object.keys(await chrome.notifications.getAll())
    await chrome.notifications.clear(name)
    later(24 * hour)
    await ring()
    answered(await want(it))
    expect(await shown()).toStrictEqual([])
  })

  test('is one notification where it is much', async () => {
    await using it = await setUpPanel()
    await taken(it, 5)
    complete(it)
    await ring()
    expect(await shown()).toMatchObject([{ title: '5 orders completed' }])
  })

  test('is not notified while the popup is open, nor where it is switched off', async () => {
    await using it = await setUpPanel()
    await taken(it, 2)
    const [one, two] = it.server.control.orders.list().map(({ id }) => id)
    it.server.control.orders.setStatus(one ?? '', 'Completed')
    const contexts = vi.spyOn(chrome.runtime, 'getContexts')
    contexts.mockImplementation(async () => [{ contextType: 'POPUP' }])
    await ring()
    contexts.mockRestore()
    await notificationSwitchesItem.set({ ...allNotificationsOn, completed: false })
    it.server.control.orders.setStatus(two ?? '', 'Completed')
    answered(await want(it))
    expect(await shown()).toStrictEqual([])
    expect((await ordersOf(it.account.id)).map(({ record }) => record.state.name)).toStrictEqual([
      'closed',
      'closed',
    ])
  })

  test('that waited when a worker died is notified by the next', async () => {
    await using it = await setUpPanel()
    await taken(it, 1)
    complete(it)
    const died = vi.spyOn(chrome.notifications, 'create').mockRejectedValue(new Error('the worker died'))
    await expect(ring()).rejects.toThrow('the worker died')
    died.mockRestore()
    expect(await shown()).toStrictEqual([])
    await refreshIndicators()
    expect(await shown()).toMatchObject([{ title: 'Order completed' }])
  })
})

describe('the badge', () => {
  const badge = async (): Promise<unknown> => [
    await chrome.action.getBadgeText({}),
    await chrome.action.getTitle({}),
  ]
  const none = ['', 'Order for this page']

  test('counts what ended badly until it was seen', async () => {
    await using it = await setUpPanel()
    await taken(it, 2)
    await ring()
    expect(await badge()).toStrictEqual(none)
    for (const { id } of it.server.control.orders.list()) it.server.control.orders.setStatus(id, 'Partial')
    later(hour)
    await ring()
    expect(await badge()).toStrictEqual(['2', 'Orderwright: 2 orders need you (Panel)'])
    const [seen, ...others] = await ordersOf(it.account.id)
    if (seen === undefined) throw new Error('no order')
    answered(
      await handleRequest({
        type: 'mark-changes-seen',
        changes: { [seen.record.id]: changeNames(seen.record) },
      }),
    )
    expect(await badge()).toStrictEqual(['1', 'Orderwright: 1 order needs you (Panel)'])
    const rest = Object.fromEntries(others.map(({ record }) => [record.id, changeNames(record)]))
    answered(await handleRequest({ type: 'mark-changes-seen', changes: rest }))
    expect(await badge()).toStrictEqual(none)
  })

  test('counts what only the person can find out until they have', async () => {
    await using it = await setUpPanel()
    await storeEntries({
      record: recordIn(unknownState, { accountId: it.account.id, canListOrders: false }),
    })
    answered(await open(it))
    expect(await badge()).toStrictEqual(['1', 'Orderwright: 1 order needs you (Panel)'])
    answered(await handleRequest({ type: 'answer-order', id: 't', said: { kind: 'not_placed' } }))
    await refreshIndicators()
    expect(await badge()).toStrictEqual(none)
  })

  test('counts nothing of a removed account', async () => {
    await using it = await setUpPanel()
    const status = panelStatus({ state: 'error', rawStatus: 'Error' })
    await storeEntries(placedEntry(status, { accountId: it.account.id }))
    await refreshIndicators()
    expect(await badge()).toStrictEqual(['1', 'Orderwright: 1 order needs you (Panel)'])
    answered(await handleRequest({ type: 'remove-account', accountId: it.account.id }))
    expect(await badge()).toStrictEqual(none)
  })
})
