import type { ClockState } from '../../routes/clock.ts'
import type { Api } from './api.ts'
import { part, setText } from './element.ts'

export interface ClockView {
  show(clock: ClockState): void
}

/** The clock, its reading carried on between two answers of the server. */
export function createClockView(api: Api, act: (work: () => Promise<void>) => void): ClockView {
  const date = part('clock-date', HTMLTimeElement)
  const time = part('clock-time', HTMLTimeElement)
  const state = part('clock-state', HTMLSpanElement)
  const toggle = part('clock-toggle', HTMLButtonElement)
  const rate = part('clock-rate', HTMLSelectElement)
  const duration = part('clock-duration', HTMLInputElement)
  let shown: ClockState | undefined
  let shownAt = 0

  const advance = (by: string): void => act(() => api.send('POST', '/clock/advance', { duration: by }))
  const run = (): void => act(() => api.send('POST', '/clock/run', { rate: Number(rate.value) }))

  toggle.addEventListener('click', () => {
    if (shown !== undefined && shown.rate > 0) act(() => api.send('POST', '/clock/hold'))
    else run()
  })
  rate.addEventListener('change', () => {
    if (shown !== undefined && shown.rate > 0) run()
  })
  for (const button of document.querySelectorAll<HTMLElement>('[data-advance]')) {
    button.addEventListener('click', () => advance(button.dataset.advance ?? ''))
  }
  part('clock-advance', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault()
    advance(duration.value.trim())
  })

  const draw = (): void => {
    if (shown === undefined) return
    const now = new Date(shown.milliseconds + (performance.now() - shownAt) * shown.rate).toISOString()
    setText(date, now.slice(0, 10))
    setText(time, now.slice(11, 19))
  }
  setInterval(draw, 100)

  return {
    show(clock) {
      shown = clock
      shownAt = performance.now()
      const isHeld = clock.rate === 0
      setText(state, isHeld ? 'held' : clock.rate === 1 ? 'running' : `running ${clock.rate} ×`)
      state.dataset.tone = isHeld ? 'warn' : 'good'
      setText(toggle, isHeld ? 'Run' : 'Hold')
      draw()
    },
  }
}
