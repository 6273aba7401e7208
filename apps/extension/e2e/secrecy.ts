import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'

/** Everything that a page of the extension can reach of what is stored, as text by the area's name. */
export function storedTexts(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const all = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const databases = await indexedDB.databases()
    const contents = await Promise.all(
      databases.map(async ({ name = '' }) => {
        const database = await all(indexedDB.open(name))
        if (!(database instanceof IDBDatabase)) return []
        const stores = [...database.objectStoreNames]
        const rows = stores.map(store => all(database.transaction(store).objectStore(store).getAll()))
        const read = await Promise.all(rows)
        database.close()
        return [name, stores, read]
      }),
    )
    const { keys, ...local } = await chrome.storage.local.get<Record<string, unknown>>(null)
    const { sessionKeys, ...session } = await chrome.storage.session.get<Record<string, unknown>>(null)
    const texts = {
      'the item keys': keys ?? null,
      'the item sessionKeys': sessionKeys ?? null,
      'storage.local': local,
      'storage.session': session,
      'storage.sync': await chrome.storage.sync.get(null),
      IndexedDB: contents,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      caches: await caches.keys(),
    }
    return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, JSON.stringify(value)]))
  })
}

/** The page's whole DOM, with what its fields hold. */
export function domText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')]
    const values = fields.map(field =>
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
        ? field.value
        : '',
    )
    return [document.documentElement.outerHTML, ...values].join('\n')
  })
}

/** Every file of the profile that holds the text, in one of the encodings that Chromium writes. */
export async function filesWith(profile: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(btoa(text), 'utf8')]
  const found = paths.map(async path => {
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    return needles.some(needle => bytes.includes(needle)) ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly {
    readonly type: number
    readonly source: { readonly id: number }
    readonly params?: Readonly<Record<string, unknown>>
  }[]
}

/** Where the browser sent the text to, by its own log: each address, once for each time. */
export async function receiversOf(netLog: string, text: string): Promise<readonly string[]> {
  const log: NetLog = JSON.parse(await readFile(netLog, 'utf8'))
  const nameOf = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  const addresses = new Map<number, string>()
  const receivers: string[] = []
  for (const { type, source, params = {} } of log.events) {
    const name = nameOf.get(type) ?? ''
    const { address, bytes } = params
    if (name === 'TCP_CONNECT_ATTEMPT' && typeof address === 'string') addresses.set(source.id, address)
    const sent = name.endsWith('BYTES_SENT') && typeof bytes === 'string' ? atob(bytes) : ''
    if (sent.includes(text)) receivers.push(addresses.get(source.id) ?? `${name} of unknown address`)
    // In a URL or a header it shows in the event's own words.
    const { bytes: _, ...words } = params
    const said = JSON.stringify(words)
    if (said.includes(text)) receivers.push(...hostsIn(said, name))
  }
  return receivers
}

function hostsIn(words: string, name: string): readonly string[] {
  const hosts = [...words.matchAll(/(?:https?:\/\/|Host: )([^/?"\\]+)/g)].map(([, host = '']) => host)
  return hosts.length === 0 ? [`${name} of unknown address`] : hosts
}
