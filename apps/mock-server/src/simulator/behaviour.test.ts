import { describe, expect, it } from 'vitest'
import { type BehaviourText, printBehaviour, readBehaviour } from './behaviour.ts'

const timed = { kind: 'timed' } as const
const completed = { kind: 'completed', percent: 100, code: undefined } as const

describe('a behaviour in words', () => {
  it.each<[BehaviourText, ReturnType<typeof readBehaviour>]>([
    ['timed', { progressMode: timed, finalState: completed }],
    ['immediate', { progressMode: { kind: 'immediate' }, finalState: completed }],
    ['polls: 3', { progressMode: { kind: 'polls', count: 3 }, finalState: completed }],
    [
      'partial at 40 %',
      { progressMode: timed, finalState: { kind: 'partial', percent: 40, code: undefined } },
    ],
    ['canceled', { progressMode: timed, finalState: { kind: 'canceled', percent: 0, code: undefined } }],
    ['error 5', { progressMode: timed, finalState: { kind: 'failed', percent: 50, code: '5' } }],
    ['error 25 at 0 %', { progressMode: timed, finalState: { kind: 'failed', percent: 0, code: '25' } }],
    ['error', { progressMode: timed, finalState: { kind: 'failed', percent: 50, code: undefined } }],
    [
      'refunded at 100 %',
      { progressMode: timed, finalState: { kind: 'refunded', percent: 100, code: undefined } },
    ],
    ['stuck', { progressMode: timed, finalState: { kind: 'stuck', percent: 50, code: undefined } }],
    [
      'polls: 4, partial at 40 %',
      {
        progressMode: { kind: 'polls', count: 4 },
        finalState: { kind: 'partial', percent: 40, code: undefined },
      },
    ],
    [
      'immediate, canceled',
      { progressMode: { kind: 'immediate' }, finalState: { kind: 'canceled', percent: 0, code: undefined } },
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
    expect(() => readBehaviour(text)).toThrow(/^A behaviour is a progress mode .* was given '/)
  })
})
