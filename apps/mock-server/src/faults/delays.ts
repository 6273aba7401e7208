import type { ServerResponse } from 'node:http'
import { durationMs } from '../clock/duration.ts'
import { type Answer, writeAnswerHead } from '../http/answer.ts'
import type { FaultStrategy, InjectionContext } from './strategy.ts'

export type DelayName = 'latency' | 'latency-jitter' | 'latency-lognormal' | 'slow-body' | 'held'

/** What takes its time, by the server's clock, and is then as it should. */
export const delays: Readonly<Record<DelayName, FaultStrategy>> = {
  latency: {
    does: 'waits for `delay`, and then answers as it should',
    isDelay: true,
    takes: ['delay'],
    pause: context => wait(context, delayOf(context)),
  },
  'latency-jitter': {
    does: 'waits for `delay` and up to `jitter` more, drawn evenly, and then answers as it should',
    isDelay: true,
    takes: ['delay', 'jitter'],
    pause: context => {
      const delay = delayOf(context)
      const jitter = durationMs(context.settings.jitter ?? delay, 'jitter')
      return wait(context, delay + Math.floor(context.share('jitter') * (jitter + 1)))
    },
  },
  'latency-lognormal': {
    does: 'waits for a time that is mostly near `delay` and now and then far longer (lognormal, by `sigma`)',
    isDelay: true,
    takes: ['delay', 'sigma'],
    pause: context => wait(context, Math.round(delayOf(context) * Math.exp(deviation(context)))),
  },
  'slow-body': {
    does: 'sends the headers at once and the body a tenth at a time, all of it after `delay`',
    isDelay: true,
    takes: ['delay'],
    sendsAnswer: true,
    deliver: sendSlowly,
  },
  held: {
    does: 'waits until the plan is released (`faults.add` gives a handle), and then answers as it should',
    isDelay: true,
    pause: ({ released }) => released,
  },
}

const pieces = 10

async function sendSlowly(
  response: ServerResponse,
  answer: Answer,
  context: InjectionContext,
): Promise<void> {
  const { clock, released } = context
  const startedAt = clock.now()
  const delay = delayOf(context)
  const bytes = Buffer.from(answer.text)
  writeAnswerHead(response, answer)
  response.flushHeaders()
  for (let piece = 1; piece <= pieces; piece += 1) {
    await Promise.race([clock.wait(startedAt + Math.ceil((delay * piece) / pieces)), released])
    const from = Math.floor((bytes.length * (piece - 1)) / pieces)
    response.write(bytes.subarray(from, Math.floor((bytes.length * piece) / pieces)))
  }
  response.end()
}

/** Until the clock has come so far, or the plan is released. */
async function wait({ clock, released }: InjectionContext, delay: number): Promise<void> {
  await Promise.race([clock.wait(clock.now() + delay), released])
}

function delayOf({ settings }: InjectionContext): number {
  return durationMs(settings.delay ?? '1s', 'delay')
}

/** Normally distributed by Box and Muller's method, from two even draws. */
function deviation({ settings, share }: InjectionContext): number {
  const radius = Math.sqrt(-2 * Math.log(1 - share('radius')))
  return (settings.sigma ?? 0.5) * radius * Math.cos(2 * Math.PI * share('angle'))
}
