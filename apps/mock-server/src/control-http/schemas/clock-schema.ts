import * as v from 'valibot'
import { timeSchema } from '../../schema/leaf-schemas.ts'

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
