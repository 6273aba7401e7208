import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, vi } from 'vitest'
import { afterOrderChange } from '../src/after-order-change.background.ts'
import { handleRequest, parseRequest } from '../src/messages.ts'
import { onOrderChange } from '../src/orders/open-outbox.background.ts'
import { fakeIsolation } from './fake-isolation.ts'

// Numbers and dates are the same on every machine that runs the tests.
Object.defineProperty(navigator, 'language', { value: 'en-US' })

// As the worker does when it starts.
onOrderChange(afterOrderChange)

type Values = Record<string, unknown>
type Changes = Record<string, { readonly newValue?: unknown }>

/** The origin of the extension under test. */
export const origin = 'chrome-extension://abcdefghijklmnop'

/** A stand-in for the part of the browser that the extension uses outside its screens, fresh for each test. */
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('chrome', {
    storage: { local: fakeArea(), session: fakeArea() },
    alarms: fakeAlarms(),
    offscreen: fakeIsolation(origin),
    action: fakeAction(),
    notifications: fakeNotifications(),
    permissions: {
      contains: async () => true,
      request: async () => true,
      getAll: async () => ({ origins: ['https://example.com/*'] }),
      remove: async () => true,
    },
    extension: { inIncognitoContext: false },
    runtime: {
      id: 'abcdefghijklmnop',
      getURL: (path: string) => `${origin}/${path}`,
      getContexts: async () => [],
      getPlatformInfo: async () => ({ os: 'linux' }),
      // As the browser does: what is sent is JSON, and what comes back too.
      sendMessage: async (message: unknown) => {
        const request = parseRequest(JSON.parse(JSON.stringify(message)))
        if (request === undefined) throw new Error('The message port closed before a response was received.')
        return JSON.parse(JSON.stringify(await handleRequest(request)))
      },
    },
    tabs: {
      query: async () => [
        { id: 1, url: 'https://www.youtube.com/watch?v=jofNR_WkoCE', title: '(3) A walk - YouTube' },
      ],
      onUpdated: { addListener: () => undefined, removeListener: () => undefined },
    },
  })
})

/** The real derivation in one round: that all of them are asked for is a test of its own, and a browser takes them. */
beforeEach(() => {
  const deriveBits = crypto.subtle.deriveBits.bind(crypto.subtle)
  const spy = vi.spyOn(crypto.subtle, 'deriveBits').mockImplementation((algorithm, key, length) => {
    const isDerivation = typeof algorithm === 'object' && 'iterations' in algorithm
    return deriveBits(isDerivation ? { ...algorithm, iterations: 1 } : algorithm, key, length)
  })
  return () => spy.mockRestore()
})

function fakeArea(): object {
  const values = new Map<string, unknown>()
  const listeners = new Set<(changes: Changes) => void>()
  const tell = (changes: Changes): void => {
    for (const listener of listeners) listener(changes)
  }
  return {
    get: async (keys?: string | readonly string[] | null): Promise<Values> =>
      Object.fromEntries(
        [keys ?? [...values.keys()]]
          .flat()
          .flatMap(key => (values.has(key) ? [[key, structuredClone(values.get(key))]] : [])),
      ),
    getKeys: async (): Promise<readonly string[]> => [...values.keys()],
    set: async (items: Values): Promise<void> => {
      for (const [key, value] of Object.entries(items)) values.set(key, structuredClone(value))
      tell(Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])))
    },
    remove: async (keys: string | readonly string[]): Promise<void> => {
      for (const key of [keys].flat()) values.delete(key)
      tell(Object.fromEntries([keys].flat().map(key => [key, {}])))
    },
    clear: async (): Promise<void> => {
      const keys = [...values.keys()]
      values.clear()
      tell(Object.fromEntries(keys.map(key => [key, {}])))
    },
    onChanged: {
      addListener: (listener: (changes: Changes) => void) => listeners.add(listener),
      removeListener: (listener: (changes: Changes) => void) => listeners.delete(listener),
    },
  }
}

/** Alarms that are set and never ring: time is the test's. */
function fakeAlarms(): object {
  const alarms = new Map<string, { readonly scheduledTime: number }>()
  return {
    create: async (name: string, { when }: { readonly when: number }): Promise<void> => {
      alarms.set(name, { scheduledTime: when })
    },
    get: async (name: string): Promise<unknown> => alarms.get(name),
    clear: async (name: string): Promise<boolean> => alarms.delete(name),
    clearAll: async (): Promise<boolean> => {
      alarms.clear()
      return true
    },
  }
}

/** What the toolbar's icon shows. */
function fakeAction(): object {
  let badge = ''
  let shownTitle = ''
  return {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    setBadgeText: async ({ text }: { readonly text: string }): Promise<void> => {
      badge = text
    },
    getBadgeText: async (): Promise<string> => badge,
    setTitle: async ({ title }: { readonly title: string }): Promise<void> => {
      shownTitle = title
    },
    getTitle: async (): Promise<string> => shownTitle,
  }
}

/** Notifications that stay until they are cleared. */
function fakeNotifications(): object {
  const shown = new Map<string, unknown>()
  return {
    create: async (id: string, options: unknown): Promise<string> => {
      shown.set(id, options)
      return id
    },
    getAll: async (): Promise<Values> => Object.fromEntries(shown),
    getPermissionLevel: async (): Promise<string> => 'granted',
    clear: async (id: string): Promise<boolean> => shown.delete(id),
  }
}
