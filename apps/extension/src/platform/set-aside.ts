/** Why a stored value could not be used. */
export type SetAsideReason =
  /** A later version of the extension wrote it. */
  | 'newer'
  /** It is not what was ever written under that name. */
  | 'unreadable'

/** A value that was moved away because this version could not use it. Everything but the value is in its name. */
export interface SetAside {
  /** The name that it is kept under. */
  readonly name: string
  /** The name that it was found under. */
  readonly key: string
  readonly reason: SetAsideReason
  /** ISO 8601. */
  readonly at: string
  /** Keys may be in it: it can be removed, and not be looked at. */
  readonly isSecret: boolean
}

const nameOf = /^set-aside:(newer|unreadable):(\d+):(.+)$/s

/** Where API keys are stored, and what opens them. */
const secretKeys: readonly string[] = ['keys', 'sessionKeys', 'unlocked']

/** Moves what this version cannot read: a later version or a person may. */
export async function setAside(
  area: chrome.storage.StorageArea,
  key: string,
  stored: unknown,
  reason: SetAsideReason,
): Promise<void> {
  await area.set({ [setAsideName(key, reason, Date.now())]: stored })
  await area.remove(key)
}

/** Returns the name of what was found under `key`; `at` is in milliseconds since 1970. */
export function setAsideName(key: string, reason: SetAsideReason, at: number): string {
  return `set-aside:${reason}:${at}:${key}`
}

/** Lists everything that was set aside on disk, newest first. It reads names alone. */
export async function listSetAside(): Promise<readonly SetAside[]> {
  const names = await chrome.storage.local.getKeys()
  return names.flatMap(parseName).sort((one, other) => other.at.localeCompare(one.at))
}

/** Returns the value as it was found, or `undefined` if it is gone or secret. */
export async function readSetAside({ name, isSecret }: SetAside): Promise<unknown> {
  return isSecret ? undefined : (await chrome.storage.local.get<Record<string, unknown>>(name))[name]
}

export async function removeSetAside({ name }: SetAside): Promise<void> {
  await chrome.storage.local.remove(name)
}

function parseName(name: string): readonly SetAside[] {
  const [, reason, time = '', key = ''] = nameOf.exec(name) ?? []
  if (reason !== 'newer' && reason !== 'unreadable') return []
  const date = new Date(Number.parseInt(time, 10))
  const at = Number.isNaN(date.valueOf()) ? '' : date.toISOString()
  return [{ name, key, reason, at, isSecret: secretKeys.includes(key) }]
}
