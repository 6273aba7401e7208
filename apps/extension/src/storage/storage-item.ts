import * as v from 'valibot'

/** One named value in the browser's storage, with a default, a version and a schema. */
export interface StorageItem<T> {
  readonly key: string
  get(): Promise<T>
  set(value: T): Promise<void>
  /** Reads, changes and writes under a lock, so that two screens lose nothing of each other. */
  update(change: (value: T) => T): Promise<T>
  /** Calls back with every new value until the signal aborts. */
  watch(listener: (value: T) => void, signal: AbortSignal): void
}

interface Options<Schema extends v.GenericSchema> {
  readonly key: string
  readonly schema: Schema
  readonly fallback: v.InferOutput<Schema>
  /** `migrations[n]` turns a value of version n + 1 into one of version n + 2; their number sets the version. */
  readonly migrations?: readonly ((value: unknown) => unknown)[]
}

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.unknown(),
})

/** A typed item of `chrome.storage.local`. A value that cannot be read, or is newer, is kept under another key. */
export function storageItem<Schema extends v.GenericSchema>(
  options: Options<Schema>,
): StorageItem<v.InferOutput<Schema>> {
  type Value = v.InferOutput<Schema>
  const { key, schema, fallback, migrations = [] } = options
  const version = migrations.length + 1

  function read(stored: unknown): { readonly value: Value } | undefined {
    const envelope = v.safeParse(envelopeSchema, stored)
    if (!envelope.success || envelope.output.version > version) return undefined
    const migrated = migrations
      .slice(envelope.output.version - 1)
      .reduce((value, migrate) => migrate(value), envelope.output.value)
    const parsed = v.safeParse(schema, migrated)
    return parsed.success ? { value: parsed.output } : undefined
  }

  async function get(): Promise<Value> {
    const stored = (await chrome.storage.local.get(key))[key]
    if (stored === undefined) return fallback
    const known = read(stored)
    if (known !== undefined) return known.value
    await setAside(key, stored)
    return fallback
  }

  async function set(value: Value): Promise<void> {
    await chrome.storage.local.set({ [key]: { version, value } })
  }

  return {
    key,
    get,
    set,
    update: change =>
      navigator.locks.request(`storage:${key}`, async () => {
        const next = change(await get())
        await set(next)
        return next
      }),
    watch: (listener, signal) => {
      const onChanged = (changes: Record<string, chrome.storage.StorageChange>): void => {
        const change = changes[key]
        if (change !== undefined) listener(read(change.newValue)?.value ?? fallback)
      }
      chrome.storage.local.onChanged.addListener(onChanged)
      signal.addEventListener('abort', () => chrome.storage.local.onChanged.removeListener(onChanged))
    },
  }
}

/** What this version cannot read is moved, not dropped: a later version or a person may. */
async function setAside(key: string, stored: unknown): Promise<void> {
  await chrome.storage.local.set({ [`${key}.aside.${Date.now()}`]: stored })
  await chrome.storage.local.remove(key)
}
