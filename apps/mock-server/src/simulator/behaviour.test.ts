import { describe, expect, it } from 'vitest'
import { type BehaviourText, printBehaviour, readBehaviour } from './behaviour.ts'

const timed = { kind: 'timed' } as const
const completed = { kind: 'completed', percent: 100, code: undefined } as const

describe('a behaviour in words', () => {
  it.each<[BehaviourText, ReturnType<typeof readBehaviour>]>([
    ['timed', { pace: timed, end: completed }],
    ['immediate', { pace: { kind: 'immediate' }, end: completed }],
    ['polls: 3', { pace: { kind: 'polls', count: 3 }, end: completed }],
    ['partial at 40 %', { pace: timed, end: { kind: 'partial', percent: 40, code: undefined } }],
    ['canceled', { pace: timed, end: { kind: 'canceled', percent: 0, code: undefined } }],
    ['error 5', { pace: timed, end: { kind: 'failed', percent: 50, code: '5' } }],
    ['error 25 at 0 %', { pace: timed, end: { kind: 'failed', percent: 0, code: '25' } }],
    ['error', { pace: timed, end: { kind: 'failed', percent: 50, code: undefined } }],
    ['refunded at 100 %', { pace: timed, end: { kind: 'refunded', percent: 100, code: undefined } }],
    ['stuck', { pace: timed, end: { kind: 'stuck', percent: 50, code: undefined } }],
    [
      'polls: 4, partial at 40 %',
      { pace: { kind: 'polls', count: 4 }, end: { kind: 'partial', percent: 40, code: undefined } },
    ],
    [
      'immediate, canceled',
      { pace: { kind: 'immediate' }, end: { kind: 'canceled', percent: 0, code: undefined } },
    ],
  ])('is read from %s, and printed so that it reads the same', (text, behaviour) => {
    expect(readBehaviour(text)).toEqual(behaviour)
    expect(readBehaviour(printBehaviour(behaviour))).toEqual(behaviour)
  })

  it.each([
    '',
    'slow',
    'polls: 0',
    'polls: -1',
    'polls',
    'partial at 101 %',
    'partial at x %',
    'partial 5',
    'error 1',
    'error 8',
    'error 26',
    'stuck at -1 %',
    'immediate, timed',
    'canceled, immediate',
    'immediate, canceled, stuck',
  ])('is refused as %j', text => {
    expect(() => readBehaviour(text)).toThrow(/^A behaviour is a pace .* was given '/)
  })
})
