import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { reply } from '../test/ask.ts'
import { rawExchange } from '../test/raw-exchange.ts'
import { createOwnAnswers } from './answers/own-answers.ts'
import { createDialectSwitch } from './apis/panel/dialects.ts'
import { createApp, originForm } from './app.ts'
import { createFaultPlans } from './faults/fault-plans.ts'
import { createRequestLog } from './request-log/request-log.ts'
import { createMockServer, mockPanelKey } from './server.ts'
import { createSimulator } from './simulator/state.ts'

it('a failure of the mock itself is told as a problem, without a stack', async () => {
  const state = createSimulator({ accounts: [], services: { qqtube: [], panel: [] } })
  const broken = { ...createRequestLog(1, text => text), record: () => expect.unreachable('secret detail') }
  const server = createServer(
    createApp(
      {
        state,
        faults: createFaultPlans(state.clock, state.seed, state.onChange),
        requestLog: broken,
        answers: createOwnAnswers(state.onChange),
        dialect: createDialectSwitch('plain', state.onChange),
      },
      (_request, _response, next) => next(),
      { hasPanelErrorStatuses: false, isStrict: false },
    ),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const answer = await reply(await fetch(`http://127.0.0.1:${Object(server.address()).port}/v1-api`))
  expect(answer).toMatchObject({ status: 500, contentType: 'application/problem+json' })
  expect(answer.body).toMatchObject({ detail: expect.stringMatching(/^The mock server failed .+ report it/) })
  expect(answer.text).not.toContain('secret detail')
  await new Promise(resolve => server.close(resolve).closeAllConnections())
})

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
