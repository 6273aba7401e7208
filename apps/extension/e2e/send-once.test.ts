import { createServer, type RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { createFront } from '@orderwright/e2e'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPanelAccount } from './panel-scene.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

// Each connection is kept for the next one, as far as the server is concerned.
test('orders in a row whose connections break, each after it was taken: one request each', async () => {
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  const quantities = ['11', '12', '13', '14', '15', '16']
  for (const [index, quantity] of quantities.entries()) {
    await popup.choose('24')
    await popup.fill('Quantity', quantity)
    await popup.press('Review order')
    // What is answered leaves a connection that could be kept.
    const isAnswered = index % 2 === 0
    if (!isAnswered) scene.server.control.faults.add({ fault: 'reset', action: 'add' })
    await popup.press('Order for ')
    // What is not known is looked up at once, and found.
    await popup.sees('is placed')
    await popup.press('New order')
  }
  const sent = scene.server.control.requestLog.list({ action: 'add' })
  expect(sent.map(({ fields }) => fields.quantity).toSorted()).toStrictEqual(quantities)
  expect(scene.server.control.orders.list()).toHaveLength(quantities.length)
})

test('an order whose connection takes long, and leaves a spare one: the next breaks, and is one request', async () => {
  await using mock = await createMockServer()
  await using front = await createFront(Number(new URL(mock.url).port))
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url('http1')}/api/v2`)
  const popup = await scene.openPopup(await scene.openPage())
  const { faults, requestLog } = mock.control
  const review = async (quantity: string): Promise<void> => {
    await popup.choose('9 iris')
    await popup.fill('Quantity', quantity)
    await popup.press('Review order')
  }
  await review('7')
  requestLog.clear()
  const held = faults.add({ fault: 'held', when: 'before', action: 'balance' })
  await popup.press('Order for ')
  await requestLog.waitFor({ action: 'services' })
  await expect.poll(() => held.remaining()).toBe(0)
  const taken = front.taken()
  await front.holdUp('http1')
  held.release()
  await popup.sees('is placed')
  // The order's own connection and the spare one.
  await expect.poll(() => front.taken() - taken).toBeGreaterThanOrEqual(2)
  await popup.press('New order')
  await review('8')
  // Twice, so that it shows if the browser sends it again.
  for (const _ of [1, 2]) faults.add({ fault: 'reset', action: 'add' })
  await popup.press('Order for ')
  await popup.sees('It is not known whether the order was taken')
  expect(requestLog.list({ action: 'add' }).map(({ fields }) => fields.quantity)).toStrictEqual(['7', '8'])
})

interface Received {
  readonly cookie: string | undefined
  readonly body: string
  /** That the connection came from, which tells it from others. */
  readonly port: number | undefined
}

interface Front extends AsyncDisposable {
  readonly url: string
  /** Each request that came in. */
  readonly requests: readonly Received[]
}

type Answer = (...exchange: Parameters<RequestListener>) => Promise<void>

/** Before the mock, to see what its journal does not tell. Every answer sets a cookie. */
async function openFront(mock: MockServer): Promise<Front> {
  const requests: Received[] = []
  const answer: Answer = async (request, response) => {
    const type = request.headers['content-type'] ?? ''
    const body = await text(request)
    requests.push({ cookie: request.headers.cookie, body, port: request.socket.remotePort })
    const answered = await fetch(`${mock.url}${request.url}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    response.setHeader('set-cookie', 'visitor=1; Path=/')
    response.end(await answered.text())
  }
  const server = createServer((request, response) => {
    // The mock may be gone before all that was asked is answered.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

test('an order takes no cookie along, leaves none behind, and has a connection to itself', async () => {
  await using mock = await createMockServer()
  await using front = await openFront(mock)
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url}/api/v2`)
  const { browser } = scene.chromium
  await browser.setCookie({ name: 'session', value: 'a-person', domain: '127.0.0.1' })
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('9 iris')
  await popup.fill('Quantity', '7')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
  expect(front.requests.filter(({ cookie }) => cookie !== undefined)).toStrictEqual([])
  const [order] = front.requests.filter(({ body }) => body.includes('action=add'))
  expect(front.requests.filter(({ port }) => port === order?.port)).toStrictEqual([order])
  expect((await browser.cookies()).map(({ name }) => name)).toStrictEqual(['session'])
})
