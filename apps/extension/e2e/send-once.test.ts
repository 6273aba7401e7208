import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { createMockServer, type MockServer } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPanelAccount } from './panel-scene.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage[Symbol.asyncDispose]())

// But for the rule, every second order would go over the connection that the one before it left open.
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
  const sent = scene.server.control.journal.list({ action: 'add' })
  expect(sent.map(({ fields }) => fields.quantity).toSorted()).toStrictEqual(quantities)
  expect(scene.server.control.orders.list()).toHaveLength(quantities.length)
})

interface Front extends AsyncDisposable {
  readonly url: string
  /** The headers of each request that came in. */
  readonly headers: readonly IncomingHttpHeaders[]
}

/** Before the mock, to see what its journal does not tell. Every answer sets a cookie. */
async function openFront(mock: MockServer): Promise<Front> {
  const headers: IncomingHttpHeaders[] = []
  const server = createServer(async (request, response) => {
    headers.push(request.headers)
    const type = request.headers['content-type'] ?? ''
    const body = await text(request)
    const answer = await fetch(`${mock.url}${request.url}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    response.setHeader('set-cookie', 'visitor=1; Path=/')
    response.end(await answer.text())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    headers,
    [Symbol.asyncDispose]: () => new Promise(resolve => server.close(() => resolve())),
  }
}

test('an order takes no cookie along, leaves none behind, and closes its connection', async () => {
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
  expect(
    front.headers.filter(({ cookie, connection }) => cookie !== undefined || connection !== 'close'),
  ).toStrictEqual([])
  expect((await browser.cookies()).map(({ name }) => name)).toStrictEqual(['session'])
})
