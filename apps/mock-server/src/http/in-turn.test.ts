import { createServer, type RequestListener } from 'node:http'
import { expect, it } from 'vitest'
import { type ChooseListener, inTurn, loadedOnce } from './in-turn.ts'

interface Told {
  readonly status: number
  readonly text: string
}

/** The answers to a GET of each path, sent one right after the other over connections of their own. */
async function answersOf(choose: ChooseListener, paths: readonly string[]): Promise<readonly Told[]> {
  const server = createServer(inTurn(choose))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${Object(server.address()).port}`
  const told = await Promise.all(
    paths.map(async path => {
      const answer = await fetch(url + path)
      return { status: answer.status, text: await answer.text() }
    }),
  )
  await new Promise(resolve => server.close(resolve).closeAllConnections())
  return told
}

it('requests begin in the order in which they came while a listener is loaded, once', async () => {
  const begun: string[] = []
  const arrived: string[] = []
  const begin: RequestListener = ({ url = '' }, response) => {
    begun.push(url)
    response.end(url)
  }
  let loads = 0
  const late = loadedOnce(async () => {
    loads += 1
    // Until all of them are there.
    while (arrived.length < 4) await new Promise(resolve => setImmediate(resolve))
    return begin
  })
  const listener = inTurn(({ url = '' }) => (url.startsWith('/late') ? late() : begin))
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '')
    listener(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${Object(server.address()).port}`
  const first = fetch(`${url}/late/1`)
  while (arrived.length < 1) await new Promise(resolve => setImmediate(resolve))
  await Promise.all([first, ...['/2', '/late/3', '/4'].map(path => fetch(url + path))])
  await (await fetch(`${url}/late/5`)).text()
  await new Promise(resolve => server.close(resolve).closeAllConnections())
  expect(begun).toEqual([...arrived.slice(0, 4), '/late/5'])
  expect(begun[0]).toBe('/late/1')
  expect(loads).toBe(1)
})

it('a listener that cannot be loaded is told as a problem, and the others answer', async () => {
  const told = await answersOf(
    ({ url }) =>
      url === '/broken'
        ? Promise.reject(new Error('secret detail'))
        : (_request, response) => response.end('here'),
    ['/broken', '/whole'],
  )
  expect(told).toEqual([
    { status: 500, text: expect.stringMatching(/^\{"type":"about:blank".+The mock server failed/) },
    { status: 200, text: 'here' },
  ])
  expect(told[0]?.text).not.toContain('secret detail')
})
