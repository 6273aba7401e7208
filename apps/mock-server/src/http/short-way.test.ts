import { expect, it } from 'vitest'
import { rawExchange } from '../../test/raw-exchange.ts'
import { createMockServer, mockPanelKey } from '../server.ts'
import { originForm } from './short-way.ts'

it.each([
  ['/api/v2?a=1', '/api/v2?a=1'],
  ['http://127.0.0.1:4010/api/v2', '/api/v2'],
  ['HTTPS://www.qqtube.com/v1-api?a=http://b', '/v1-api?a=http://b'],
  ['http://127.0.0.1:4010', '/'],
  ['http://127.0.0.1:4010?a=1', '/?a=1'],
  ['http://[', 'http://['],
  ['*', '*'],
  ['ftp://a/b', 'ftp://a/b'],
])('the path of %s is %s', (target, path) => {
  expect(originForm(target)).toBe(path)
})

it.each([
  ['/api/v2', `key=${mockPanelKey}&action=balance`, '{"balance":"1000","currency":"USD"}'],
  ['/__mock/clock/hold', '', '"rate":0'],
])('a request line with a whole URL is taken as its path: %s', async (path, body, part) => {
  await using server = await createMockServer({ clock: { isHeld: true } })
  const head = [
    `POST ${server.url}${path} HTTP/1.1`,
    `Host: ${new URL(server.url).host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ]
  const answer = await rawExchange(server.url, `${head.join('\r\n')}\r\n\r\n${body}`, true)
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /)
  expect(String(answer)).toContain(part)
})
