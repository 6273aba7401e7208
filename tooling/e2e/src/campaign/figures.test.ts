import { expect, test } from 'vitest'
import { figures, isClean } from './figures.ts'
import { planCase } from './plan/plan-case.ts'
import type { CaseResult } from './run-campaign.ts'

const nothing: Omit<CaseResult, 'faultCase'> = {
  played: [],
  connectMs: undefined,
  findings: [],
  problem: undefined,
  isPlayedAgain: false,
}

test('the last lines count what was spoken and what came before', () => {
  const faultCase = { ...planCase(1, 0), upstream: 'panel', past: 'usual' } as const
  const results: readonly CaseResult[] = [
    { ...nothing, faultCase: { ...faultCase, protocol: 'http1' } },
    { ...nothing, faultCase: { ...faultCase, protocol: 'http1', past: 'slow-connect' }, connectMs: 251 },
    { ...nothing, faultCase: { ...faultCase, protocol: 'http2', past: 'slow-connect' }, connectMs: 250 },
    { ...nothing, faultCase: { ...faultCase, protocol: 'http2', past: 'slow-connect' }, connectMs: 0 },
  ]
  const lines = figures(1, results, 1000)
  expect(lines.slice(lines.indexOf('what the upstream spoke:'))).toStrictEqual([
    'what the upstream spoke:',
    '      2  panel over http1',
    '      2  panel over http2',
    'what came before:',
    '      2  slow-connect over http2',
    '      1  slow-connect over http1',
    '      1  usual over http1',
    'connections kept waiting 3, of them over 250 ms 1',
  ])
})

test('a campaign is clean unless something was found, or could not be played', () => {
  const clean = { ...nothing, faultCase: planCase(1, 0) }
  expect(isClean([clean])).toBe(true)
  expect(isClean([clean, { ...clean, findings: ['doubled'] }])).toBe(false)
  expect(isClean([clean, { ...clean, problem: 'No request came for add.' }])).toBe(false)
})
