import { describe, expect, it } from 'vitest'
import { failureText, listeningText } from './texts.ts'

const keys = { key: 'mock-key', panelKey: 'mock-panel' }
const options = {
  port: 4010,
  host: '127.0.0.1',
  ...keys,
  funds: '5',
  seed: undefined,
  catalogues: [],
  stateFile: undefined,
  scenarioFile: undefined,
  life: 'timed',
  clock: undefined,
  isStrict: false,
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
