import { describe, expect, it } from 'vitest'
import { failureText, listeningText } from './texts.ts'

const options = { port: 4010, host: '127.0.0.1', key: 'mock-key', funds: '5' }

describe('what the command says', () => {
  it('shows the invented key and a request to try', () => {
    expect(listeningText('http://127.0.0.1:4010', options, 'mock-key')).toBe(
      "orderwright-mock listens at http://127.0.0.1:4010 with funds of 5; its invented key is mock-key. Try: curl 'http://127.0.0.1:4010/v1-api?api_key=mock-key&action=services'",
    )
  })

  it('does not show a key that was given, which may be a real one', () => {
    expect(listeningText('http://127.0.0.1:4010', { ...options, key: 'secret' }, 'mock-key')).not.toContain(
      'secret',
    )
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
