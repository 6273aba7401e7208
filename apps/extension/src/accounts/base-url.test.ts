import { describe, expect, test } from 'vitest'
import { parseBaseUrl } from './base-url.ts'

describe('an address that can be used', () => {
  test.each([
    ['https://www.qqtube.com/v1-api', 'https://www.qqtube.com/v1-api', 'https://www.qqtube.com/*'],
    [' https://example.com/api/v2/ ', 'https://example.com/api/v2', 'https://example.com/*'],
    ['example.com/api', 'https://example.com/api', 'https://example.com/*'],
    ['https://example.com:8443/api', 'https://example.com:8443/api', 'https://example.com/*'],
    ['http://127.0.0.1:4010/v1-api', 'http://127.0.0.1:4010/v1-api', 'http://127.0.0.1/*'],
    ['http://localhost:4010/v1-api', 'http://127.0.0.1:4010/v1-api', 'http://127.0.0.1/*'],
  ])('%s', (text, url, originPattern) =>
    expect(parseBaseUrl(text)).toStrictEqual({ ok: true, url, originPattern }),
  )
})

describe('an address that cannot', () => {
  test.each([
    ['', 'Enter the address'],
    ['   ', 'Enter the address'],
    ['https://', 'not an address'],
    ['two words', 'not an address'],
    ['http://example.com/api', 'https://'],
    ['ftp://example.com', 'https://'],
    ['http://127.0.0.1.example.com/', 'https://'],
    ['https://me:secret@example.com', 'user name'],
    ['https://example.com/api?key=secret', 'Leave out'],
    ['https://example.com/#x', 'Leave out'],
    ['https://example.com:6000/api', 'port 6000'],
    ['http://127.0.0.1:10080/api', 'port 10080'],
  ])('%j is answered by a sentence with “%s”', (text, part) => {
    const result = parseBaseUrl(text)
    expect(result.ok).toBe(false)
    expect(!result.ok && result.sentence).toContain(part)
  })

  test('is not repeated in the sentence, since it may hold a key', () => {
    const result = parseBaseUrl('https://example.com/api?key=secret')
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})
