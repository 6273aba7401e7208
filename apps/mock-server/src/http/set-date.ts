import type { ServerResponse } from 'node:http'
import type { Clock } from '../clock/clock.ts'

/** Many requests fall into one second. */
let latest = { second: -1, text: '' }

/** The time as a header has it. */
export function dateText(clock: Clock): string {
  const second = Math.floor(clock.now() / 1000)
  if (second !== latest.second) latest = { second, text: new Date(second * 1000).toUTCString() }
  return latest.text
}

/** The server's clock speaks in the headers too: the same requests get the same answers to the last byte. */
export function setDate(response: ServerResponse, clock: Clock): void {
  response.setHeader('Date', dateText(clock))
}
