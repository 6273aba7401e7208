import { describe, expect, it } from 'vitest'
import { createClock, heldStart } from './clock.ts'

describe('a clock', () => {
  it('stands still while held, and moves by what it is told', () => {
    let wall = 5_000
    const clock = createClock({ isHeld: true }, undefined, () => wall)
    wall += 60_000
    expect(clock.now()).toBe(Date.parse(heldStart))
    clock.advance(1_500)
    expect(clock.now()).toBe(Date.parse(heldStart) + 1_500)
  })

  it('runs with the wall, from the time that it was given', () => {
    let wall = 5_000
    const clock = createClock({ startsAt: '2030-02-03T04:05:06Z' }, undefined, () => wall)
    wall += 250
    expect(new Date(clock.now()).toISOString()).toBe('2030-02-03T04:05:06.250Z')
  })

  it('runs faster by its rate, and keeps its time when held and let run again', () => {
    let wall = 0
    const clock = createClock({ startsAt: new Date(0), rate: 10 }, undefined, () => wall)
    wall = 100
    clock.hold()
    wall = 200
    expect([clock.now(), clock.rate()]).toEqual([1_000, 0])
    clock.run(2)
    wall = 300
    expect([clock.now(), clock.rate()]).toEqual([1_200, 2])
    clock.reset()
    expect([clock.now(), clock.rate()]).toEqual([0, 10])
  })

  it('does not follow a wall clock that is set back', () => {
    let wall = 1_000
    const clock = createClock({}, undefined, () => wall)
    wall = 0
    expect(clock.now()).toBe(1_000)
  })

  it('moves by durations with units', () => {
    const clock = createClock({ isHeld: true })
    clock.advance('90s')
    clock.advance('2h')
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T02:01:30.000Z')
  })

  it('says how fast it runs', () => {
    const clock = createClock({ rate: 60 })
    expect(clock.rate()).toBe(60)
    clock.hold()
    expect(clock.rate()).toBe(0)
    clock.reset()
    expect(clock.rate()).toBe(60)
  })

  it('ends a wait once it is advanced that far, the earliest first', async () => {
    const clock = createClock({ isHeld: true })
    const ended: string[] = []
    const waits = [300, 100, 200].map(async after => {
      await clock.until(clock.now() + after)
      ended.push(`${after}`)
    })
    clock.advance(99)
    await clock.until(clock.now())
    expect(ended).toEqual([])
    clock.advance(101)
    await Promise.all(waits.slice(1))
    expect(ended).toEqual(['100', '200'])
    clock.reset()
    await Promise.all(waits)
  })

  it('ends a wait by itself while it runs', async () => {
    const clock = createClock({ startsAt: new Date(0), rate: 1000 })
    await clock.until(5_000)
    expect(clock.now()).toBeGreaterThanOrEqual(5_000)
    clock.hold()
    const waiting = clock.until(clock.now() + 60_000)
    clock.run(1_000_000)
    await waiting
  })

  it.each([-1, 0.5, Number.NaN])('refuses to advance by %s', milliseconds => {
    expect(() => createClock().advance(milliseconds)).toThrow(RangeError)
  })

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the rate %s', rate => {
    expect(() => createClock({ rate })).toThrow(RangeError)
  })

  it.each(['soon', '1969-12-31T23:59:59Z', '+010000-01-01T00:00:00Z'])('refuses the start %s', startsAt => {
    expect(() => createClock({ startsAt })).toThrow(/startsAt must be a time from 1970 to 9999/)
  })

  it('stops at the end of the last year that its dates can be written for', () => {
    const clock = createClock({ isHeld: true })
    clock.advance(Number.MAX_SAFE_INTEGER)
    expect(new Date(clock.now()).toISOString()).toBe('9999-12-31T23:59:59.999Z')
  })
})
