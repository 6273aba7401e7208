import type { LogEntry } from '../../../request-log/entry.ts'
import { element, part, setText, withCode } from './element.ts'
import { keyedList, type Row } from './keyed-list.ts'

/** More would make the page slow; the server keeps more. */
const mostShown = 200

export interface LogView {
  add(entries: readonly LogEntry[]): void
  clear(): void
}

/** The requests, newest first. While it is paused, what comes is kept for later. */
export function createLogView(onClear: () => void): LogView {
  const filter = part('log-filter', HTMLInputElement)
  const pause = part('log-pause', HTMLButtonElement)
  const empty = part('log-empty', HTMLParagraphElement)
  const count = part('log-count', HTMLParagraphElement)
  const show = keyedList<LogEntry>(
    part('log', HTMLOListElement),
    ({ sequence, at }) => `${sequence} ${at}`,
    createRow,
  )
  let entries: readonly LogEntry[] = []
  let waiting: readonly LogEntry[] = []
  const isPaused = (): boolean => pause.getAttribute('aria-pressed') === 'true'

  const draw = (): void => {
    const wanted = filter.value.trim().toLowerCase()
    const found = entries.filter(entry => JSON.stringify(entry).toLowerCase().includes(wanted))
    show([...found].reverse())
    empty.hidden = entries.length > 0
    const hidden = entries.length - found.length
    const parts = [entries.length > 0 && `${found.length}`, hidden > 0 && `${hidden} filtered out`]
    const held = waiting.length > 0 && `${waiting.length} waiting`
    setText(count, [...parts, held].filter(text => text !== false).join(', '))
  }
  const take = (): void => {
    entries = [...entries, ...waiting].slice(-mostShown)
    waiting = []
  }

  filter.addEventListener('input', draw)
  pause.addEventListener('click', () => {
    pause.setAttribute('aria-pressed', String(!isPaused()))
    if (!isPaused()) take()
    draw()
  })
  part('log-clear', HTMLButtonElement).addEventListener('click', onClear)

  return {
    add(come) {
      waiting = [...waiting, ...come].slice(-mostShown)
      if (!isPaused()) take()
      draw()
    },
    clear() {
      entries = []
      waiting = []
      draw()
    },
  }
}

function createRow(entry: LogEntry): Row<LogEntry> {
  const { faults, answer } = entry
  const status = answer?.status
  const tone = status === undefined || status >= 400 ? 'bad' : 'plain'
  const summary = element(
    'summary',
    {},
    element('time', { class: 'muted number', datetime: entry.at }, entry.at.slice(11, 19)),
    element('span', { class: 'what' }, `${entry.method} `, element('b', {}, entry.action ?? entry.path)),
    element(
      'span',
      { class: 'muted' },
      entry.account ?? (entry.upstream === undefined ? 'no API' : 'no account'),
    ),
    element('span', { class: 'number' }, entry.orderId === undefined ? '' : `order ${entry.orderId}`),
    element(
      'span',
      { class: 'marks' },
      faults.map(({ name, when }) => chip(`${when}: ${name}`, 'warn')),
      ...(entry.hints.length === 0 ? [] : [chip('hint', 'accent')]),
    ),
    chip(answer === undefined ? 'no answer' : String(status ?? 'no HTTP'), tone),
  )
  const details = element('details', {}, summary)
  // Written when it is opened: most never are, and a catalogue is long.
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(contentOf(entry))
  })
  return { node: element('li', {}, details), update: () => undefined }
}

function chip(text: string, tone: string): HTMLElement {
  return element('span', { class: 'chip number', 'data-tone': tone }, text)
}

function contentOf({ fields, answer, path, sequence, hints }: LogEntry): HTMLElement {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [
    element('dt', {}, name),
    element('dd', {}, value),
  ])
  return element(
    'div',
    { class: 'content' },
    element('p', { class: 'muted' }, `Request ${sequence} to ${path}`),
    hints.map(hint => element('p', { class: 'hint' }, withCode(hint))),
    element('dl', {}, pairs),
    element(
      'pre',
      { tabindex: '0', 'aria-label': 'Answer' },
      answer === undefined ? 'Nothing was sent.' : pretty(answer.body),
    ),
  )
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
