import * as v from 'valibot'
import type { Clock } from '../../clock/clock.ts'
import { givenDurationSchema, timeSchema } from '../../schema/leaf-schemas.ts'
import { type AdminRoute, adminRoute } from './route.ts'

/** Where a clock stands, and how it moves. */
export const clockSchema: v.GenericSchema<ClockState> = v.strictObject({
  now: timeSchema,
  milliseconds: v.pipe(v.number(), v.integer(), v.description('The same time, since 1970.')),
  rate: v.pipe(
    v.number(),
    v.minValue(0),
    v.description("How many times as fast as the wall's clock it runs; 0 while it is held."),
  ),
})

export interface ClockState {
  readonly now: string
  readonly milliseconds: number
  readonly rate: number
}

function stateOf(clock: Clock): ClockState {
  const milliseconds = clock.now()
  return { now: new Date(milliseconds).toISOString(), milliseconds, rate: clock.rate() }
}

const advance = v.strictObject({ duration: givenDurationSchema })

const run = v.strictObject({
  rate: v.optional(
    v.pipe(v.number(), v.gtValue(0), v.description("How many times as fast as the wall's. Default: 1.")),
  ),
})

export const clockRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/clock', {
    operationId: 'getClock',
    summary: 'Read the clock',
    answer: clockSchema,
    run: ({ control: { clock } }) => stateOf(clock),
  }),
  adminRoute('POST', '/clock/advance', {
    operationId: 'advanceClock',
    summary: 'Move the clock forward, held or not',
    body: advance,
    answer: clockSchema,
    errorStatuses: [422],
    run({ control: { clock }, body: { duration } }) {
      clock.advance(duration)
      return stateOf(clock)
    },
  }),
  adminRoute('POST', '/clock/hold', {
    operationId: 'holdClock',
    summary: 'Stop the clock where it is',
    answer: clockSchema,
    run({ control: { clock } }) {
      clock.hold()
      return stateOf(clock)
    },
  }),
  adminRoute('POST', '/clock/run', {
    operationId: 'runClock',
    summary: 'Let the clock run on from where it is',
    body: run,
    answer: clockSchema,
    run({ control: { clock }, body: { rate } }) {
      clock.run(rate)
      return stateOf(clock)
    },
  }),
]
