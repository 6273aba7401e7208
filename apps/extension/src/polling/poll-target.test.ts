import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskedAt, chooseDue, dueAt, freshMs, isStale, type PollTarget } from './poll-target.ts'

const minute = 60_000

const hour = 60 * minute

const now = Date.parse('2026-11-22T12:00:00Z')

const order = (key: string, changedAt: number): PollTarget => ({
  key,
  recordId: key,
  id: `${key}-number`,
  changedAt,
})

const keys = (chosen: readonly PollTarget[]): readonly string[] => chosen.map(({ key }) => key)

describe('an order is due', () => {
  test.each([
    ['a minute after it was placed', now, undefined, now + minute],
    ['a minute after it was asked about, while it is young', now, now + minute, now + 2 * minute],
    ['a sixth of its quiet time after it was asked about', now, now + hour, now + 70 * minute],
    ['soon again once it has changed', now, now - hour, now + minute],
  ])('%s', (_, changedAt, asked, at) => {
    expect(dueAt(order('a', changedAt), asked === undefined ? {} : { a: asked })).toBe(at)
  })
})

test.each(['constructor', 'toString', '__proto__'])(
  'an order of the name %s was not asked about before',
  name => {
    expect(dueAt(order(name, now), {})).toBe(now + minute)
    expect(isStale(name, {}, now)).toBe(true)
  },
)

describe('what is chosen', () => {
  test('is nothing while nothing is due', () => {
    expect(chooseDue([order('a', now - minute + 1)], {}, now, 100)).toStrictEqual([])
  })

  test('is what is due, and what is half way to it', () => {
    const targets = [
      order('due', now - minute),
      order('half', now - minute / 2),
      order('new', now - minute / 2 + 1),
    ]
    expect(keys(chooseDue(targets, {}, now, 100))).toStrictEqual(['due', 'half'])
  })

  test('leaves out what would take a request more, the latest first', () => {
    const targets = [
      order('late', now - 30_000),
      order('due', now - minute),
      order('early', now - 50_000),
      order('middle', now - 40_000),
    ]
    expect(keys(chooseDue(targets, {}, now, 3))).toStrictEqual(['due', 'early', 'middle'])
  })

  const anyTargets = fc
    .array(fc.record({ changedAt: fc.integer({ min: now - 48 * hour, max: now }), asked: fc.boolean() }), {
      maxLength: 40,
    })
    .map(list => ({
      targets: list.map(({ changedAt }, index) => order(`${index}`, changedAt)),
      askedAt: Object.fromEntries(
        list.flatMap(({ changedAt, asked }, index) =>
          asked ? [[`${index}`, (changedAt + now) / 2] as const] : [],
        ),
      ) satisfies AskedAt,
    }))
  const batchSize = fc.integer({ min: 1, max: 12 })

  test('holds all that is due, each once, and takes no request more than that', () => {
    fc.assert(
      fc.property(anyTargets, batchSize, ({ targets, askedAt }, size) => {
        const due = targets.filter(one => dueAt(one, askedAt) <= now)
        const chosen = chooseDue(targets, askedAt, now, size)
        expect(new Set(chosen).size).toBe(chosen.length)
        expect(due.filter(one => !chosen.includes(one))).toStrictEqual([])
        expect(Math.ceil(chosen.length / size)).toBe(Math.ceil(due.length / size))
      }),
    )
  })

  test('thirty orders of an hour, each placed at its own time, soon share one request a turn', () => {
    const targets = Array.from({ length: 30 }, (_, index) => order(`${index}`, now - index * 2 * minute))
    let askedAt: AskedAt = {}
    let requests = 0
    let polls = 0
    for (let at = now; at < now + 6 * hour; at += 1000) {
      const chosen = chooseDue(targets, askedAt, at, 100)
      if (chosen.length === 0) continue
      requests += 1
      polls += chosen.length
      askedAt = { ...askedAt, ...Object.fromEntries(chosen.map(({ key }) => [key, at])) }
    }
    expect(polls / requests).toBeGreaterThan(15)
  })
})

describe('who looks may be told more', () => {
  test.each([
    ['of what was never asked about', undefined, true],
    ['of what was asked about a while ago', now - freshMs, true],
    ['not of what was asked about seconds ago', now - freshMs + 1, false],
    ['of what was asked about by a clock that was ahead', now + 1, true],
  ])('%s', (_, asked, is) => {
    expect(isStale('a', asked === undefined ? {} : { a: asked }, now)).toBe(is)
  })
})
