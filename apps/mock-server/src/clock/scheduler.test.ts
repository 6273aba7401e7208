import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScheduler } from './scheduler.ts'

describe('a scheduler', () => {
  it('runs what is due in the order of time, and of one moment in the order of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, now) => {
        const scheduler = createScheduler()
        const ran: (readonly [number, number])[] = []
        for (const [index, at] of times.entries()) scheduler.add(at, () => ran.push([at, index]))
        scheduler.runUntil(now)
        const due = times.map((at, index) => [at, index] as const).filter(([at]) => at <= now)
        expect(ran).toEqual(due.sort(([one, first], [other, second]) => one - other || first - second))
        scheduler.runUntil(20)
        expect(ran).toHaveLength(times.length)
      }),
    )
  })

  it('runs what an event puts off, where that is due too', () => {
    const scheduler = createScheduler()
    const ran: number[] = []
    const repeat = (at: number): void =>
      scheduler.add(at, () => {
        ran.push(at)
        repeat(at + 10)
      })
    repeat(5)
    scheduler.add(20, () => ran.push(20))
    scheduler.runUntil(34)
    expect(ran).toEqual([5, 15, 20, 25])
  })
})
