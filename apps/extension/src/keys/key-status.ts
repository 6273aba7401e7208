/** How keys are kept: in the browser's files, in its memory, or encrypted in its files. */
export type KeyMode = 'keep' | 'session' | 'passphrase'

/** All that a screen learns of keys. */
export interface KeyStatus {
  readonly mode: KeyMode
  /** Only behind a passphrase. */
  readonly isLocked: boolean
  /** Minutes without use after which keys lock themselves; 0: when the browser is closed. */
  readonly autoLockMinutes: number
  /** The accounts that have a key for their address, locked or not. */
  readonly accountIds: readonly string[]
}

const changes = 'keys'

/** Calls back whenever keys were changed, locked or unlocked, here or in another page. */
export function watchKeys(listener: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(changes)
  channel.onmessage = () => listener()
  signal.addEventListener('abort', () => channel.close())
}

export function announceKeys(): void {
  const channel = new BroadcastChannel(changes)
  channel.postMessage(null)
  channel.close()
}
