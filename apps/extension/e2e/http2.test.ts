import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { selfSigned } from '@orderwright/e2e'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPanelAccount } from './panel-scene.ts'

import { openStage, type Stage } from './stage.ts'

let stage: Stage
let build: string

/** The same extension, allowed to reach loopback by TLS: browsers speak HTTP/2 over nothing else. */
beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'orderwright-'))
  await cp(`${import.meta.dirname}/../dist-loopback`, build, { recursive: true })
  const file = join(build, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['https://127.0.0.1/*'] }))
  stage = await openStage({ extension: build, acceptsAnyCertificate: true })
})

afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await rm(build, { recursive: true })
})

interface Front extends AsyncDisposable {
  readonly url: string
  /** The protocol version of each order that came in. */
  readonly orders: readonly string[]
}

/** HTTP/2 before the mock. With each order after the `answered` first ones it breaks the whole connection, once the mock has taken the order. */
async function openFront(mock: MockServer, answered = 0): Promise<Front> {
  const orders: string[] = []
  const pass = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const body = await text(request)
    const answer = await fetch(`${mock.url}${request.url}`, {
      method: 'POST',
      body,
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    })
    const answerText = await answer.text()
    const isOrder = body.includes('action=add')
    if (isOrder) orders.push(request.httpVersion)
    if (!isOrder || orders.length <= answered) {
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(answerText)
      return
    }
    request.stream.session?.destroy()
  }
  const server = createSecureServer(selfSigned(), (request, response) => {
    // The mock may be gone before all that was asked is answered.
    pass(request, response).catch(() => request.stream.session?.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `https://127.0.0.1:${port}`,
    orders,
    [Symbol.asyncDispose]: () => new Promise(resolve => server.close(() => resolve())),
  }
}

interface ChangingFront extends AsyncDisposable {
  readonly url: string
  /** The protocol version of each request that came in. */
  readonly versions: readonly string[]
  /** From now on what connects is offered this protocol alone. */
  offer(protocol: 'h2' | 'http/1.1'): void
}

/** TLS before the mock. Every order is taken, and its connection broken. */
async function openChangingFront(mock: MockServer): Promise<ChangingFront> {
  const versions: string[] = []
  let offered = 'h2'
  const answer = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const body = await text(request)
    versions.push(request.httpVersion)
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const answered = await fetch(`${mock.url}${request.url}`, { method: 'POST', body, headers })
    const answerText = await answered.text()
    if (body.includes('action=add')) request.socket.destroy()
    else response.end(answerText)
  }
  const options = { ...selfSigned(), allowHTTP1: true, ALPNCallback: () => offered }
  const server = createSecureServer(options, (request, response) => {
    // The mock may be gone before all that was asked is answered.
    answer(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    versions,
    offer: protocol => {
      offered = protocol
    },
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}

test.each([
  ['h2', 'http/1.1', 'The order was not sent', 0],
  ['http/1.1', 'h2', 'It is not known whether the order was taken', 1],
] as const)('read over %s and ordered over %s: “%s”, orders: %i', async (before, after, seen, orders) => {
  await using mock = await createMockServer()
  await using front = await openChangingFront(mock)
  front.offer(before)
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url}/api/v2`)
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('9 iris')
  await popup.fill('Quantity', '7')
  await popup.press('Review order')
  // Open connections stay open, so the reads before the order still use the old protocol.
  front.offer(after)
  await popup.press('Order for ')
  await popup.sees(seen)
  expect(mock.control.requestLog.list({ action: 'add' })).toHaveLength(orders)
  expect(mock.control.orders.list()).toHaveLength(orders)
})

test('over HTTP/2, a connection that breaks after the order was taken: one request', async () => {
  await using mock = await createMockServer()
  await using front = await openFront(mock)
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url}/api/v2`)
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('9 iris')
  await popup.fill('Quantity', '7')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('It is not known whether the order was taken')
  expect(front.orders).toStrictEqual(['2.0'])
  expect(mock.control.orders.list()).toHaveLength(1)
})

// The worker knows an upstream's protocol by the browser's list of its requests, which ends at 250.
test('an upstream with HTTP/2 that is first used after more requests than the browser lists: one request for each order', async () => {
  await using mock = await createMockServer()
  await using front = await openFront(mock, 1)
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url}/api/v2`)
  const worker = await scene.chromium.worker()
  await using elsewhere = await openElsewhere()
  const isListed = await worker.evaluate(async url => {
    await Promise.all(Array.from({ length: 300 }, () => fetch(url)))
    await fetch(`${url}/last`)
    return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/last'))
  }, elsewhere.url)
  expect(isListed).toBe(false)
  const popup = await scene.openPopup(await scene.openPage())
  // The connection of the first one could be kept for the second, which breaks it.
  for (const [quantity, seen] of [
    ['7', 'is placed'],
    ['8', 'It is not known whether the order was taken'],
  ] as const) {
    await popup.choose('9 iris')
    await popup.fill('Quantity', quantity)
    await popup.press('Review order')
    await popup.press('Order for ')
    await popup.sees(seen)
    if (quantity === '7') await popup.press('New order')
  }
  expect(front.orders).toStrictEqual(['2.0', '2.0'])
  expect(mock.control.orders.list()).toHaveLength(2)
  // It is the same worker still.
  expect(await worker.evaluate(() => performance.now())).toBeGreaterThan(0)
})

/** A host with HTTP/2 that answers whatever is asked, with nothing. */
async function openElsewhere(): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createSecureServer(selfSigned(), (_, response) => response.end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}
