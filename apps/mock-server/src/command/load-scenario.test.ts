import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadScenario } from './load-scenario.ts'

const folder = mkdtempSync(join(tmpdir(), 'orderwright-scenario-'))
const path = join(folder, 'bad-day.json')
afterAll(() => rm(folder, { recursive: true }))

describe('a scenario in a file', () => {
  it('is read, with what an editor put before it', () => {
    const scenario = { lives: [{ life: 'polls: 3', nth: 2 }], faults: [{ fault: 'latency', delay: '2s' }] }
    writeFileSync(path, `\uFEFF${JSON.stringify(scenario)}`)
    expect(loadScenario(path)).toEqual(scenario)
  })

  it.each([
    [
      '[1',
      /bad-day\.json cannot be read \(it is no JSON\): give a JSON file with accounts, lives and faults$/,
    ],
    ['[]', /bad-day\.json is no scenario: /],
    ['{"orders":[]}', /bad-day\.json is no scenario: #\/orders is not known here$/],
    ['{"faults":[{"fault":"explode"}]}', /bad-day\.json is no scenario: #\/faults\/0\/fault must be /],
    [
      '{"faults":[{"fault":"reset","delay":"1s"}]}',
      /is no scenario: #\/faults\/0: The fault 'reset' has no delay: /,
    ],
    ['{"lives":[{"life":"slow"}]}', /is no scenario: #\/lives\/0: A life is a pace .+; was given 'slow'$/],
    ['{"accounts":[{"name":"a"}]}', /is no scenario: #\/accounts\/0\/key is required$/],
  ])('%s is refused in a sentence', (text, sentence) => {
    writeFileSync(path, text)
    expect(() => loadScenario(path)).toThrow(sentence)
    expect(() => loadScenario(path)).toThrow(RangeError)
  })

  it('that is not there is refused', () => {
    expect(() => loadScenario(join(folder, 'none.json'))).toThrow(/none\.json cannot be read \(ENOENT\)/)
  })
})
