import type { LogEntry } from './entry.ts'
import { redacted } from './redact.ts'
import { sentRequestOf } from './sent-request.ts'

/** Returns a command for a POSIX shell that sends a logged request again, with the variable `KEY` where its key stood. */
export function curlCommand(entry: LogEntry): string {
  const { method, fields, headers } = entry
  const { url, kind } = sentRequestOf(entry)
  const isUsual = method === (kind === 'query' ? 'GET' : 'POST')
  const parts = [
    'curl',
    ...(kind === 'query' ? ['-G'] : []),
    ...(isUsual ? [] : [method === 'HEAD' ? '-I' : `-X ${quoted(method)}`]),
    quoted(url),
    ...Object.entries(headers).flatMap(([name, text]) =>
      curlsOwn.has(name) || text === redacted ? [] : [`-H ${quoted(`${name}: ${text}`)}`],
    ),
    ...(kind === 'json' ? jsonParts(fields) : Object.entries(fields).map(fieldPart)),
  ]
  return parts.join(' ')
}

/** What curl says of itself, or works out from what it sends. */
const curlsOwn: ReadonlySet<string> = new Set([
  ...['host', 'connection', 'content-length', 'content-type', 'transfer-encoding', 'expect'],
  ...['accept', 'accept-encoding', 'accept-language', 'sec-fetch-mode', 'user-agent'],
])

function fieldPart([name, text]: readonly [string, string]): string {
  const shown = String(new URLSearchParams({ [name]: text }))
  return text === redacted ? `--data-urlencode "${shown.split('=', 1)[0]}=$KEY"` : `-d ${quoted(shown)}`
}

function jsonParts(fields: LogEntry['fields']): readonly string[] {
  const body = quoted(JSON.stringify(fields)).replaceAll(JSON.stringify(redacted), `"'"$KEY"'"`)
  return ["-H 'content-type: application/json'", `-d ${body}`]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
