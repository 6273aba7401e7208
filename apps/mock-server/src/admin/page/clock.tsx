import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Api } from './api.ts'
import type { ClockReading } from './page-model.ts'

interface Props {
  readonly api: Api
  readonly reading: ClockReading | undefined
  readonly act: (work: () => Promise<void>) => void
  readonly onReset: () => void
}

const steps: readonly (readonly [duration: string, label: string])[] = [
  ['1m', '+1 min'],
  ['10m', '+10 min'],
  ['1h', '+1 h'],
  ['1d', '+1 day'],
]

export function Clock({ api, reading, act, onReset }: Props): JSX.Element {
  const rate = useRef<HTMLSelectElement>(null)
  const duration = useRef<HTMLInputElement>(null)
  const isRunning = reading !== undefined && reading.clock.rate > 0
  const advance = (by = ''): void => act(() => api.send('POST', '/clock/advance', { duration: by }))
  const run = (): void => act(() => api.send('POST', '/clock/run', { rate: Number(rate.current?.value) }))

  return (
    <section class="row" aria-labelledby="clock-title">
      <h2 id="clock-title" class="visually-hidden">
        Clock
      </h2>
      <Reading reading={reading} />
      <div class="row">
        <button
          id="clock-toggle"
          type="button"
          class="button strong"
          onClick={() => (isRunning ? act(() => api.send('POST', '/clock/hold')) : run())}
        >
          {reading === undefined || isRunning ? 'Hold' : 'Run'}
        </button>
        <label class="row field">
          <span>Speed</span>
          <select id="clock-rate" ref={rate} onChange={() => isRunning && run()}>
            <option value="1">real time</option>
            <option value="10">10 ×</option>
            <option value="60">60 ×</option>
            <option value="600">600 ×</option>
          </select>
        </label>
        <fieldset class="row" aria-label="Advance the clock">
          {steps.map(([by, label]) => (
            <button key={by} type="button" class="button" data-advance={by} onClick={() => advance(by)}>
              {label}
            </button>
          ))}
        </fieldset>
        <form
          id="clock-advance"
          class="row"
          onSubmit={event => {
            event.preventDefault()
            advance(duration.current?.value.trim())
          }}
        >
          <label class="row field">
            <span>Advance by</span>
            <input
              id="clock-duration"
              ref={duration}
              type="text"
              defaultValue="90s"
              size={6}
              autocomplete="off"
              spellcheck={false}
            />
          </label>
          <button type="submit" class="button">
            Advance
          </button>
        </form>
        <button id="reset" type="button" class="button quiet" onClick={onReset}>
          Reset…
        </button>
      </div>
    </section>
  )
}

/** Shows the time, carried on between two answers of the server. */
function Reading({ reading }: Pick<Props, 'reading'>): JSX.Element {
  const now = useSignal(0)
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = performance.now()
    }, 100)
    return () => clearInterval(timer)
  }, [now])

  if (reading === undefined) {
    return (
      <div class="row">
        <time class="muted">–</time>
        <time class="time">––:––:––</time>
        <output id="clock-state" class="chip">
          …
        </output>
      </div>
    )
  }
  const { milliseconds, rate } = reading.clock
  const time = new Date(milliseconds + Math.max(0, now.value - reading.readAt) * rate).toISOString()
  return (
    <div class="row">
      <time id="clock-date" class="muted">
        {time.slice(0, 10)}
      </time>
      <time id="clock-time" class="time">
        {time.slice(11, 19)}
      </time>
      <output id="clock-state" class="chip" data-tone={rate === 0 ? 'warn' : 'good'}>
        {rate === 0 ? 'held' : rate === 1 ? 'running' : `running ${rate} ×`}
      </output>
    </div>
  )
}
