/** A worker dies 30 s after its last event; any call of an extension API is one. */
const everyMs = 20_000

/** Keeps the worker alive while the work lasts, also once the popup is closed. */
export async function keepAlive<T>(work: () => Promise<T>): Promise<T> {
  const handle = setInterval(() => void chrome.runtime.getPlatformInfo(), everyMs)
  try {
    return await work()
  } finally {
    clearInterval(handle)
  }
}
