import { parseServices } from '@orderwright/core'
import { describe, expect, it } from 'vitest'
import type { CommandOptions } from './read-arguments.ts'
import { catalogueText, failureText, listeningText } from './texts.ts'

const keys = { key: 'mock-key', panelKey: 'mock-panel' }

const options: CommandOptions = {
  port: 4010,
  host: '127.0.0.1',
  ...keys,
  funds: '5',
  seed: undefined,
  catalogues: [],
  stateFile: undefined,
  fixtureFile: undefined,
  behaviour: 'timed',
  latency: undefined,
  panelDialect: 'plain',
  clock: undefined,
  allowedHosts: [],
  portFile: undefined,
  isStrict: false,
  isJson: false,
  isQuiet: false,
}

describe('what the command says', () => {
  it('shows the invented key and a request to try', () => {
    expect(listeningText('http://127.0.0.1:4010', options, keys)).toBe(
      "orderwright-mock listens at http://127.0.0.1:4010 with funds of 5: QQTube v1 at /v1-api with the invented key mock-key, panel v2 at /api/v2 with mock-panel. A page, and control over HTTP, at http://127.0.0.1:4010/__mock/. Try: curl 'http://127.0.0.1:4010/v1-api?api_key=mock-key&action=services'",
    )
  })

  it('shows the token of a server that other machines reach', () => {
    expect(listeningText('http://0.0.0.0:4010', options, keys, 'abc')).toContain(
      ' at http://0.0.0.0:4010/__mock/#token=abc. ',
    )
  })

  it('does not show keys that were given, which may be real ones', () => {
    const given = { ...options, key: 'secret-one', panelKey: 'secret-two' }
    expect(listeningText('http://127.0.0.1:4010', given, keys)).not.toContain('secret')
  })

  it.each([
    ['EADDRINUSE', /^Something else already listens at 127\.0\.0\.1:80: end it, or choose another port/],
    ['EACCES', /^This user may not listen at 127\.0\.0\.1:80: choose a port from 1024 on/],
    ['ENOTFOUND', /^This machine has no address 127\.0\.0\.1: leave out --host/],
    ['EADDRNOTAVAIL', /^This machine has no address 127\.0\.0\.1: leave out --host/],
    ['EMFILE', /^The server could not listen at 127\.0\.0\.1:80 \(EMFILE\): try another --port or --host\.$/],
  ])('for %s says what to do', (code, sentence) => {
    const text = failureText(Object.assign(new Error('no'), { code }), '127.0.0.1', 80)
    expect(text).toMatch(sentence)
    expect(text).not.toContain('\n')
  })
})

const row = { name: 'Likes', type: 'Default', category: 'Likes', rate: '0.9', min: '10', max: '100' }

function textOf(rows: readonly unknown[]): string | undefined {
  const { services, problems } = parseServices('panel', rows)
  return catalogueText({ services: services.length, problems }, 'http://127.0.0.1:4010/x')
}

it('says nothing of a catalogue that can be ordered whole', () => {
  expect(textOf([{ ...row, service: '1' }])).toBeUndefined()
})

it('names the rows that cannot be ordered, and the first few of many', () => {
  const broken = Array.from({ length: 7 }, (_, index) => ({
    ...row,
    service: String(index + 2),
    rate: 'free',
  }))
  expect(textOf([{ ...row, service: '1' }, ...broken])?.split('\n')).toEqual([
    'Not every row of the catalogue can be ordered: 1 can. All of its problems are at http://127.0.0.1:4010/x; those that cost a row:',
    ...['2', '3', '4', '5', '6'].map(
      id => `  Service ${id}, rate: No price of the row is usable. Given: "free".`,
    ),
    '  … and 2 more',
  ])
})
