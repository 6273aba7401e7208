import { useSignal } from '@preact/signals'
import { Fragment, type JSX } from 'preact'
import type { LogEntry } from '../../request-log/entry.ts'
import type { LogModel } from './page-model.ts'
import { withCode } from './with-code.tsx'

interface Props {
  readonly log: LogModel
  readonly onClear: () => void
}

/** Shows the requests, newest first. */
export function Log({ log, onClear }: Props): JSX.Element {
  const filter = useSignal('')
  const wanted = filter.value.trim().toLowerCase()
  const entries = log.entries.value
  const found = entries.filter(entry => JSON.stringify(entry).toLowerCase().includes(wanted))
  return (
    <section class="card" aria-labelledby="log-title">
      <div class="row card-head">
        <h2 id="log-title">Requests</h2>
        <p id="log-count" class="muted">
          {countText(entries.length, found.length, log.waiting.value.length)}
        </p>
        <label class="row field">
          <span>Filter</span>
          <input
            id="log-filter"
            type="search"
            autocomplete="off"
            spellcheck={false}
            onInput={event => {
              filter.value = event.currentTarget.value
            }}
          />
        </label>
        <button
          id="log-pause"
          type="button"
          class="button"
          aria-pressed={log.isPaused.value}
          onClick={log.togglePause}
        >
          Pause
        </button>
        <button id="log-clear" type="button" class="button quiet" onClick={onClear}>
          Clear
        </button>
      </div>
      <ol id="log">
        {[...found].reverse().map(entry => (
          <Entry key={`${entry.sequence} ${entry.at}`} entry={entry} />
        ))}
      </ol>
      <p id="log-empty" class="empty" hidden={entries.length > 0}>
        No request yet. Each one appears here as it comes, its key removed.
      </p>
    </section>
  )
}

function countText(all: number, found: number, waiting: number): string {
  return [
    ...(all > 0 ? [`${found}`] : []),
    ...(all > found ? [`${all - found} filtered out`] : []),
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
  ].join(', ')
}

function Entry({ entry }: { readonly entry: LogEntry }): JSX.Element {
  const isOpen = useSignal(false)
  const { answer } = entry
  const status = answer?.status
  return (
    <li>
      <details
        onToggle={event => {
          isOpen.value = event.currentTarget.open
        }}
      >
        <summary>
          <time class="muted number" dateTime={entry.at}>
            {entry.at.slice(11, 19)}
          </time>
          <span class="what">
            {entry.method} <b>{entry.action ?? entry.path}</b>
          </span>
          <span class="muted">
            {entry.account ?? (entry.upstream === undefined ? 'no API' : 'no account')}
          </span>
          <span class="number">{entry.orderId !== undefined && `order ${entry.orderId}`}</span>
          <span class="row marks">
            {entry.faults.map(({ name, when }) => (
              <span key={`${when} ${name}`} class="chip number" data-tone="warn">
                {when}: {name}
              </span>
            ))}
            {entry.ownAnswer !== undefined && (
              <span class="chip number" data-tone="warn">
                answer {entry.ownAnswer}
              </span>
            )}
            {entry.suggestions.length > 0 && (
              <span class="chip number" data-tone="accent">
                suggestion
              </span>
            )}
          </span>
          <span class="chip number" data-tone={status === undefined || status >= 400 ? 'bad' : 'plain'}>
            {answer === undefined ? 'no answer' : (status ?? 'no HTTP')}
          </span>
        </summary>
        {/* Written while it is open: most never are, and a catalogue is long. */}
        {isOpen.value && <Content entry={entry} />}
      </details>
    </li>
  )
}

function Content({ entry }: { readonly entry: LogEntry }): JSX.Element {
  const { fields, headers, answer, sentHeaders, path, sequence, suggestions } = entry
  return (
    <div class="content">
      <p class="muted">
        Request {sequence} to {path}
        {sendingText(entry)}
      </p>
      {suggestions.map(suggestion => (
        <p key={suggestion} class="suggestion">
          {withCode(suggestion)}
        </p>
      ))}
      <Pairs pairs={fields} />
      <Headers of="request" headers={headers} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: what can be focused needs a name */}
      <pre tabIndex={0} aria-label="Answer">
        {answer === undefined ? 'Nothing was sent.' : pretty(answer.body)}
      </pre>
      {sentHeaders !== undefined && <Headers of="answer" headers={sentHeaders} />}
    </div>
  )
}

interface HeadersProps {
  readonly of: string
  readonly headers: Readonly<Record<string, string>>
}

function Headers({ of, headers }: HeadersProps): JSX.Element {
  return (
    <details class="headers">
      <summary class="muted">Headers of the {of}</summary>
      <Pairs pairs={headers} />
    </details>
  )
}

function Pairs({ pairs }: { readonly pairs: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <dl>
      {Object.entries(pairs).map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

/** What the server's clock says that it took, and how much went out. */
function sendingText({ durationMs, sentBytes }: LogEntry): string {
  return [
    ...(durationMs === undefined ? [] : [`, ${durationMs} ms`]),
    ...(sentBytes === undefined ? [] : [`, ${sentBytes} bytes sent`]),
  ].join('')
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
