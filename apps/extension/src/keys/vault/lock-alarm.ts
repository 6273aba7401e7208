const name = 'lock-keys'

export async function setLockAlarm(when: number): Promise<void> {
  await chrome.alarms.create(name, { when })
}

export async function clearLockAlarm(): Promise<void> {
  await chrome.alarms.clear(name)
}

/** Calls `lock` when the alarm rings. Call it while the worker starts, so that the alarm can wake it. */
export function onLockAlarm(lock: () => void): void {
  chrome.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) lock()
  })
}
