const name = 'lock-keys'

/*
 * `chrome.alarms` is there once the person has chosen a passphrase, which is when the permission is asked for. Without
 * it the keys still lock by the time that is stored: with the worker's next start, not by themselves.
 */

export async function setLockAlarm(when: number): Promise<void> {
  await chrome.alarms?.create(name, { when })
}

export async function clearLockAlarm(): Promise<void> {
  await chrome.alarms?.clear(name)
}

/** To be called as the worker starts, so that the alarm can wake it; listens from the permission on. */
export function onLockAlarm(lock: () => void): void {
  const ring = (alarm: chrome.alarms.Alarm): void => {
    if (alarm.name === name) lock()
  }
  const listen = (): void => chrome.alarms?.onAlarm.addListener(ring)
  listen()
  chrome.permissions.onAdded.addListener(listen)
}
