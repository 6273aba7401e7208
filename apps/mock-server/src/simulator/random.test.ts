import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createServiceDraws, seededInteger } from './random.ts'

describe('seededInteger', () => {
  it('lies between its bounds and is the same for the same seed and parts', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.nat(100), fc.nat(100), (seed, parts, from, span) => {
        const value = seededInteger(seed, parts, from, from + span)
        expect(value).toBeGreaterThanOrEqual(from)
        expect(value).toBeLessThanOrEqual(from + span)
        expect(seededInteger(seed, parts, from, from + span)).toBe(value)
      }),
    )
  })

  it('keeps parts apart', () => {
    expect(seededInteger('s', ['a', 'bc'], 0, 1e9)).not.toBe(seededInteger('s', ['ab', 'c'], 0, 1e9))
  })
})

it('what is drawn of a service is the same the first time and later, as without a memory', () => {
  const draws = createServiceDraws('one')
  const asked = ['1', '2', '1', '1 2', '2']
  expect(asked.map(id => draws.integer('duration', id, 60, 600))).toEqual(
    asked.map(id => seededInteger('one', ['duration', id], 60, 600)),
  )
  expect(draws.integer('pending', '1', 5, 30)).toBe(seededInteger('one', ['pending', '1'], 5, 30))
})
