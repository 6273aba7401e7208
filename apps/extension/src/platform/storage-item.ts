import * as v from 'valibot'
import { type SetAsideReason, setAside } from './set-aside.ts'

/** One named value in the browser's storage, with a default, a version and a schema. */
export interface StorageItem<T> {
  readonly key: string
  get(): Promise<T>
  set(value: T): Promise<void>
  /** Forgets the value. */
  remove(): Promise<void>
  /** The value as it is stored, with its version. */
  wrap(value: T): Envelope
  /** What a stored value holds, of this version or an earlier one. */
  unwrap(stored: unknown): Unwrapped<T>
  /** Reads, changes and writes under a lock, so that two screens lose nothing of each other. */
  update(change: (value: T) => T): Promise<T>
  /** Calls back with every new value until the signal aborts. */
  watch(listener: (value: T) => void, signal: AbortSignal): void
}

export interface Envelope {
  readonly version: number
  readonly value: unknown
}

export type Unwrapped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: SetAsideReason }

interface Options<Schema extends v.GenericSchema> {
  readonly key: string
  /** `session` is memory, and ends with the browser. Default: `local`. */
  readonly area?: 'local' | 'session'
  readonly schema: Schema
  readonly fallback: v.InferOutput<Schema>
  /** `migrations[n]` turns a value of version n + 1 into one of version n + 2; their number sets the version. */
  readonly migrations?: readonly ((value: unknown) => unknown)[]
}

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.unknown(),
})

/**
 * Creates a typed item of `chrome.storage`. A value that cannot be read, or is newer, is set aside under another key.
 */
export function storageItem<Schema extends v.GenericSchema>(
  options: Options<Schema>,
): StorageItem<v.InferOutput<Schema>> {
  type Value = v.InferOutput<Schema>
  const { key, area: areaName = 'local', schema, fallback, migrations = [] } = options
  const version = migrations.length + 1
  const area = (): chrome.storage.StorageArea => chrome.storage[areaName]
  const locked = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request(`storage:${key}`, work)
  const wrap = (value: Value): Envelope => ({ version, value })

  function unwrap(stored: unknown): Unwrapped<Value> {
    const envelope = v.safeParse(envelopeSchema, stored)
    if (!envelope.success) return { ok: false, reason: 'unreadable' }
    if (envelope.output.version > version) return { ok: false, reason: 'newer' }
    const migrated = migrations
      .slice(envelope.output.version - 1)
      .reduce((value, migrate) => migrate(value), envelope.output.value)
    const parsed = v.safeParse(schema, migrated)
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, reason: 'unreadable' }
  }

  /** `undefined` if the stored value cannot be read. */
  async function read(): Promise<{ readonly value: Value } | undefined> {
    const stored = (await area().get<Record<string, unknown>>(key))[key]
    if (stored === undefined) return { value: fallback }
    const unwrapped = unwrap(stored)
    return unwrapped.ok ? unwrapped : undefined
  }

  /** Under the lock: of two screens that find the same, one sets it aside, and neither takes away what came after. */
  async function readOrSetAside(): Promise<Value> {
    const stored = (await area().get<Record<string, unknown>>(key))[key]
    if (stored === undefined) return fallback
    const unwrapped = unwrap(stored)
    if (unwrapped.ok) return unwrapped.value
    await setAside(area(), key, stored, unwrapped.reason)
    return fallback
  }

  async function set(value: Value): Promise<void> {
    await area().set({ [key]: wrap(value) })
  }

  return {
    key,
    get: async () => {
      const known = await read()
      return known === undefined ? await locked(readOrSetAside) : known.value
    },
    set,
    remove: () => area().remove(key),
    wrap,
    unwrap,
    update: change =>
      locked(async () => {
        const next = change(await readOrSetAside())
        await set(next)
        return next
      }),
    watch: (listener, signal) => {
      const onChanged = (changes: Record<string, chrome.storage.StorageChange>): void => {
        const change = changes[key]
        if (change === undefined) return
        const unwrapped = unwrap(change.newValue)
        listener(unwrapped.ok ? unwrapped.value : fallback)
      }
      area().onChanged.addListener(onChanged)
      signal.addEventListener('abort', () => area().onChanged.removeListener(onChanged))
    },
  }
}
