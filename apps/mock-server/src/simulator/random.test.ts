import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededInteger } from './random.ts'

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
