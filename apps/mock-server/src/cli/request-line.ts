import { styleText } from 'node:util'
import type { LogEntry } from '../request-log/entry.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

/** A request and what became of it, for a person who reads along: one line, and one for each suggestion. */
export function requestLine(entry: LogEntry, isColoured: boolean): string {
  const paint: Paint = (style, text) =>
    isColoured ? styleText(style, clean(text), { validateStream: false }) : clean(text)
  const { at, method, path, action, account, orderId, ownAnswer, faults, suggestions } = entry
  const parts = [
    paint('dim', at.slice(11, 19)),
    clean(method).padEnd(4),
    clean(path),
    action === undefined ? '' : paint('bold', action),
    account === undefined ? '' : paint('dim', account),
    outcome(entry, paint),
    orderId === undefined ? '' : paint('cyan', `order ${orderId}`),
    ownAnswer === undefined ? '' : paint('magenta', `answer ${ownAnswer}`),
    faults.length === 0 ? '' : paint('magenta', faults.map(({ name, when }) => `${name} ${when}`).join(', ')),
  ]
  const line = parts.filter(part => part !== '').join(' ')
  return [line, ...suggestions.map(suggestion => `         ${paint('yellow', suggestion)}`)].join('\n')
}

/** The HTTP status; an error that came with 200 in words, as far as they fit. */
function outcome({ answer }: LogEntry, paint: Paint): string {
  if (answer === undefined) return paint('magenta', 'no answer')
  if (answer.status === undefined) return paint('magenta', 'no HTTP')
  const error = errorIn(answer.body)
  if (answer.status >= 400 || error !== undefined) {
    return paint('red', [answer.status, error].filter(part => part !== undefined).join(' '))
  }
  return paint('green', String(answer.status))
}

function errorIn(body: string): string | undefined {
  const text = /^\{"error":"([^"]*)"|^\{"status":"error".*?"message":"([^"]*)"/.exec(body)
  return text?.[1] ?? text?.[2]
}

/** What a client sent may hold codes that make a terminal do things. */
function clean(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text
  return short.replace(/\p{Cc}/gu, '·')
}

/** https://no-color.org, https://force-color.org, and otherwise whether someone looks at it. */
export function isColouredFor(
  stream: { readonly isTTY?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = environment
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return stream.isTTY === true && TERM !== 'dumb'
}
