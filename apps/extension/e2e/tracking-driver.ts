import {
  acceptTerms,
  type ExtensionBrowser,
  exportData,
  forgetEverything,
  importData,
  openPopupDriver,
  type PopupDriver,
  saveAccount,
} from '@orderwright/e2e'
import { mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'

/** What happens around orders while no window of the extension shows them. */
export interface TrackingDriver {
  /** As if so much time had passed since orders were placed and asked about, in milliseconds. */
  age(ms: number): Promise<void>
  /** Rings the alarm that polls open orders: the real one, set for now. */
  ring(): Promise<void>
  /** In how many milliseconds it rings next, where it is set. */
  alarm(): Promise<number | undefined>
  /** The names of what is notified. */
  notifications(): Promise<readonly string[]>
  clearNotifications(): Promise<void>
  /** The popup that a click on the notification of that name opens. */
  click(notice: string): Promise<PopupDriver>
  isPopupOpen(): Promise<boolean>
  badge(): Promise<{ readonly text: string; readonly title: string }>
}

interface Subject {
  readonly chromium: ExtensionBrowser
  /** A page of the extension, which may use its APIs. */
  readonly options: Page
  readonly firstRun: Page
}

export function openTrackingDriver(subject: Subject): TrackingDriver {
  const { chromium, options } = subject
  return {
    age: ms => age(subject, ms),
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

/** Members of a record that are times, in milliseconds since 1970. */
const times: ReadonlySet<string> = new Set(['createdAt', 'sentAt', 'placedAt', 'at', 'since'])

/**
 * What was placed long ago is in a file that was exported then: it is imported by a person who has forgotten everything,
 * accepts anew and enters the key again.
 */
async function age({ options, firstRun }: Subject, ms: number): Promise<void> {
  const exported = await exportData(options)
  await forgetEverything(options)
  await acceptTerms(firstRun)
  const older = (name: string, value: unknown): unknown =>
    times.has(name) && typeof value === 'number' ? value - ms : value
  await importData(options, { ...exported, orders: JSON.parse(JSON.stringify(exported.orders, older)) })
  for (const { id, kind, name, baseUrl } of exported.items.accounts.value)
    await saveAccount(options, { id, kind, name, baseUrl, key: mockQqtubeKey })
}
