import { isLoopback } from './base-url.ts'

/**
 * A browser that says it is offline is believed before sending, never after: an order may have been taken
 * just before the line went. Loopback is reached without a line.
 */
export function isOffline(url: string): boolean {
  const { navigator } = globalThis
  return navigator !== undefined && 'onLine' in navigator && navigator.onLine === false && !isLoopback(url)
}
