import { copyWithTls, createFront, loopbackBuild } from '@orderwright/e2e'
import { createMockServer } from '@orderwright/mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChangingFront, openElsewhere, openHttp2Front, openPlainFront } from './fronts.ts'
import { addPanelAccount } from './panel-scene.ts'
import { openStage, type Stage } from './stage.ts'

let build: Awaited<ReturnType<typeof copyWithTls>>
let stage: Stage

/** Browsers speak HTTP/2 over nothing but TLS. */
beforeAll(async () => {
  build = await copyWithTls(loopbackBuild)
  stage = await openStage({ extension: build.folder, acceptsAnyCertificate: true })
})

afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await build[Symbol.asyncDispose]()
})

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
  await popup.sees('We don’t know yet if this order went through')
  expect(requestLog.list({ action: 'add' }).map(({ fields }) => fields.quantity)).toStrictEqual(['7', '8'])
})

test('an order takes no cookie along, leaves none behind, and has a connection to itself', async () => {
  await using mock = await createMockServer()
  await using front = await openPlainFront(mock)
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

test.each([
  ['h2', 'http/1.1', 'The order was not sent', 0],
  ['http/1.1', 'h2', 'We don’t know yet if this order went through', 1],
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
  await using front = await openHttp2Front(mock)
  await using scene = await stage.scene({ hasAccount: false })
  await addPanelAccount(scene.options, `${front.url}/api/v2`)
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose('9 iris')
  await popup.fill('Quantity', '7')
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('We don’t know yet if this order went through')
  expect(front.orders).toStrictEqual(['2.0'])
  expect(mock.control.orders.list()).toHaveLength(1)
})

// The worker knows an upstream's protocol by the browser's list of its requests, which ends at 250.
test('an upstream with HTTP/2 that is first used after more requests than the browser lists: one request for each order', async () => {
  await using mock = await createMockServer()
  await using front = await openHttp2Front(mock, 1)
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
    ['8', 'We don’t know yet if this order went through'],
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
