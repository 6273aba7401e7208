import { type ExtensionBrowser, openPopupDriver, type PopupDriver } from '@orderwright/e2e'
import type { Page } from 'puppeteer-core'

/** What happens around orders while no window of the extension shows them. */
export interface TrackingDriver {
  /** As if so much time had passed since orders were placed and asked about, in milliseconds. */
  age(ms: number): Promise<void>
  /** The only order in the history becomes one for each of these numbers. */
  copyOrders(orderIds: readonly string[]): Promise<void>
  /** As if so much had been confirmed for every order. */
  agreeTo(total: string): Promise<void>
  /** Rings the alarm that polls open orders: the real one, set for now. */
  ring(): Promise<void>
  /** In how many milliseconds it rings next, where it is set. */
  alarm(): Promise<number | undefined>
  /** The names of what is notified. */
  notifications(): Promise<readonly string[]>
  clearNotifications(): Promise<void>
  /** How many events were delivered, or would have been if the person had them switched on. */
  handled(): Promise<number>
  /** The popup that a click on the notification of that name opens. */
  click(notice: string): Promise<PopupDriver>
  isPopupOpen(): Promise<boolean>
  badge(): Promise<{ readonly text: string; readonly title: string }>
}

interface Subject {
  readonly chromium: ExtensionBrowser
  /** A page of the extension, which may use its APIs. */
  readonly options: Page
}

export function openTrackingDriver({ chromium, options }: Subject): TrackingDriver {
  return {
    age: ms => options.evaluate(changeOrders, { olderBy: ms }),
    copyOrders: orderIds => options.evaluate(changeOrders, { orderIds }),
    agreeTo: total => options.evaluate(changeOrders, { total }),
    ring: () =>
      options.evaluate(() => chrome.alarms.create('poll-orders', { when: Date.now(), periodInMinutes: 60 })),
    alarm: () =>
      options.evaluate(async () => {
        const alarm = await chrome.alarms.get('poll-orders')
        return alarm && alarm.scheduledTime - Date.now()
      }),
    notifications: () => options.evaluate(async () => Object.keys(await chrome.notifications.getAll())),
    clearNotifications: () =>
      options.evaluate(async () => {
        const names = Object.keys(await chrome.notifications.getAll())
        await Promise.all(names.map(name => chrome.notifications.clear(name)))
      }),
    handled: () =>
      options.evaluate(async () => {
        const { notificationQueue } = await chrome.storage.local.get<{
          notificationQueue?: { value: { delivered: string[] } }
        }>('notificationQueue')
        return notificationQueue?.value.delivered.length ?? 0
      }),
    click: async notice => {
      const worker = await chromium.worker()
      // A headless browser shows no notification that could be clicked: the worker hears of it all the same.
      await worker.evaluate(name => {
        const { onClicked } = chrome.notifications
        Reflect.apply(Reflect.get(onClicked, 'dispatch'), onClicked, [name])
      }, notice)
      const target = await chromium.browser.waitForTarget(opened => opened.url().endsWith('popup.html'))
      return openPopupDriver(await target.asPage())
    },
    isPopupOpen: () =>
      options.evaluate(
        async () => (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0,
      ),
    badge: () =>
      options.evaluate(async () => ({
        text: await chrome.action.getBadgeText({}),
        title: await chrome.action.getTitle({}),
      })),
  }
}

interface Change {
  readonly olderBy?: number
  readonly orderIds?: readonly string[]
  readonly total?: string
}

interface StoredOrder {
  readonly record: {
    readonly id: string
    readonly createdAt: number
    readonly state: object
    readonly confirmed: object
    readonly history: readonly { readonly at: number }[]
  }
}

/** Runs in the page: changes what is stored of orders, and forgets when they were asked about. */
async function changeOrders({ olderBy = 0, orderIds, total }: Change): Promise<void> {
  const changed = ({ record }: StoredOrder): readonly StoredOrder[] => {
    const older = {
      ...record,
      createdAt: record.createdAt - olderBy,
      confirmed: { ...record.confirmed, ...(total === undefined ? {} : { total }) },
      history: record.history.map(line => ({ ...line, at: line.at - olderBy })),
    }
    if (orderIds === undefined) return [{ record: older }]
    return orderIds.map(orderId => ({
      record: { ...older, id: `record-${orderId}`, state: { name: 'accepted', orderId } },
    }))
  }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('orders')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const transaction = database.transaction('orders', 'readwrite')
  const store = transaction.objectStore('orders')
  const all = store.getAll()
  all.onsuccess = () => {
    const entries: readonly StoredOrder[] = all.result
    store.clear()
    for (const entry of entries.flatMap(changed)) store.put(entry)
  }
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  database.close()
  await chrome.storage.local.remove('pollStates')
}
