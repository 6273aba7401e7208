import { describe, expect, it } from 'vitest'
import { durationMs } from './duration.ts'

describe('durationMs', () => {
  it.each([
    [0, 0],
    [1500, 1500],
    ['1500', 1500],
    ['250ms', 250],
    ['90s', 90_000],
    ['2m', 120_000],
    ['2h', 7_200_000],
    ['1.5h', 5_400_000],
    ['0.07h', 252_000],
    ['3d', 259_200_000],
    ['1h30m', 5_400_000],
  ])('reads %s as %i ms', (duration, milliseconds) => {
    expect(durationMs(duration, 'delay')).toBe(milliseconds)
  })

  it.each([
    -1,
    0.5,
    Number.NaN,
    2 ** 53,
    '',
    ' ',
    '1 h',
    '-1s',
    '1w',
    's',
    '0.5ms',
    '1e3',
    '1h30',
    '9999999999999d',
  ])('refuses %j by name', duration => {
    expect(() => durationMs(duration, 'delay')).toThrow(/^delay must be a whole number of milliseconds/)
  })
})
