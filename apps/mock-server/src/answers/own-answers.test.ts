import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../test/ask.ts'
import { control } from '../../test/control.ts'
import { createMockServer, mockPanelKey } from '../server.ts'
import type { OwnAnswer } from './own-answer.ts'

const balance = { action: 'balance' }

describe('an answer of your own', () => {
  it('is sent in place of the API, for the requests that match, and no order is taken', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers, orders, requestLog } = server.control
    answers.add({ action: 'add', service: 1, nth: 2, status: 402, body: { error: 'Top up first' } })
    const replies = [await askPanel(server, panelOrder), await askPanel(server, panelOrder)]
    replies.push(await askPanel(server, panelOrder))
    expect(replies.map(({ status, text }) => [status, text])).toEqual([
      [200, '{"order":123456}'],
      [402, '{"error":"Top up first"}'],
      [200, '{"order":123457}'],
    ])
    expect(replies[1]?.contentType).toBe('application/json')
    expect(orders.list()).toHaveLength(2)
    expect(requestLog.list()[1]).toMatchObject({
      orderId: undefined,
      answer: { status: 402, body: '{"error":"Top up first"}' },
    })
    expect(answers.list()).toEqual([])
  })

  it('may be sent once the request is carried out', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers, orders, requestLog } = server.control
    answers.add({
      action: 'add',
      isCarriedOut: true,
      body: 'queued',
      headers: { 'content-type': 'text/plain' },
    })
    const body = new URLSearchParams({ key: mockPanelKey, ...panelOrder })
    const answer = await fetch(`${server.url}/api/v2`, { method: 'POST', body })
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['queued', 'text/plain'])
    expect(orders.list()).toHaveLength(1)
    expect(requestLog.list()[0]?.orderId).toBe('123456')
  })

  it('may be a patch of what the API answers, digits and slashes as they are', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers } = server.control
    const plain = await ask(server, 'POST', order)
    answers.add({ upstream: 'qqtube', action: 'add', patch: { start_count: null, note: 'a/b' }, status: 201 })
    const patched = await ask(server, 'POST', order)
    const { start_count: _, ...rest } = JSON.parse(plain.text)
    expect(patched.status).toBe(201)
    expect(patched.text).toContain(String.raw`"note":"a\/b"`)
    expect(patched.text).toContain(String.raw`https:\/\/www.youtube.com`)
    expect(patched.body).toEqual({ ...rest, id_service_submission: '123457', note: 'a/b' })
    expect(server.control.orders.list()).toHaveLength(2)
  })

  it('may be given by a function, which sees no key and may carry the request out', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers, orders } = server.control
    answers.add({
      action: 'add',
      times: 2,
      respond({ fields, account, upstream }, carryOut) {
        if (fields.quantity === '1000') return { body: { fields, account, upstream } }
        const { status, body } = carryOut()
        carryOut()
        return { status, body: body.replace('order', 'id') }
      },
    })
    const { action, ...sent } = panelOrder
    expect((await askPanel(server, panelOrder)).body).toEqual({
      fields: { action, ...sent },
      account: 'panel-1',
      upstream: 'panel',
    })
    expect((await askPanel(server, { ...panelOrder, quantity: '2000' })).text).toBe('{"id":123456}')
    expect(orders.list()).toHaveLength(1)
    answers.add({
      respond() {
        throw new TypeError(`no answer for ${mockPanelKey}`)
      },
    })
    expect(await askPanel(server, balance)).toMatchObject({
      status: 500,
      contentType: 'application/problem+json',
      body: { detail: 'The function that answers this request threw: no answer for [redacted]' },
    })
  })

  it('is what a fault breaks, and not used up by a request that a fault refuses', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { answers, faults } = server.control
    answers.add({ ...balance, times: 1, body: { balance: '5' } })
    faults.add({ fault: 'numbers-as-strings', when: 'before' })
    await askPanel(server, balance)
    faults.add({ fault: 'strings-as-numbers' })
    expect((await askPanel(server, balance)).text).toBe('{"balance":5}')
    expect((await askPanel(server, balance)).text).toBe('{"balance":"1000","currency":"USD"}')
  })

  it('of several the newest counts, and can be taken away', async () => {
    await using server = await createMockServer()
    const { answers } = server.control
    answers.add({ ...balance, body: { balance: '1' } })
    const newest = answers.add({ ...balance, body: { balance: '2' } })
    expect((await askPanel(server, balance)).text).toBe('{"balance":"2"}')
    newest.remove()
    expect((await askPanel(server, balance)).text).toBe('{"balance":"1"}')
    server.control.reset()
    expect((await askPanel(server, balance)).text).toContain('"1000"')
  })

  it('stands at any path that it names', async () => {
    await using server = await createMockServer()
    server.control.answers.add({ path: '/login', body: { token: 'x' } })
    expect(await (await fetch(`${server.url}/login`)).json()).toEqual({ token: 'x' })
    expect((await fetch(`${server.url}/logout`)).status).toBe(404)
  })

  it('is added, listed and dropped over HTTP', async () => {
    await using server = await createMockServer()
    const answer = { action: 'balance', quantity: { isAbsent: true }, patch: { balance: '7' } }
    expect((await control(server, 'POST', '/answers', answer)).body).toEqual({ id: '1', answer })
    expect((await askPanel(server, balance)).text).toBe('{"balance":"7","currency":"USD"}')
    server.control.answers.add({ action: 'status', respond: () => ({ body: {} }) })
    expect((await control(server, 'GET', '/answers')).body).toEqual([{ id: '1', answer }, { id: '2' }])
    expect((await control(server, 'DELETE', '/answers/1')).status).toBe(204)
    expect((await control(server, 'DELETE', '/answers/1')).status).toBe(404)
    expect((await control(server, 'DELETE', '/answers')).status).toBe(204)
    expect(server.control.answers.list()).toEqual([])
  })

  it.each<[OwnAnswer, RegExp]>([
    [{ status: 99 }, /^status must be a whole number from 200 to 599, was given 99$/],
    [{ status: 600 }, /^status must be/],
    [{ headers: { 'a b': 'c' } }, /^headers must be names and values of HTTP headers$/],
    [{ headers: { a: 'b\nc' } }, /^headers must be/],
    [{ body: 1, patch: {} }, /not both$/],
    [{ patch: {}, isCarriedOut: false }, /must be carried out$/],
    [{ nth: 0 }, /^nth must be/],
    [{}, /: this one says nothing$/],
    [{ action: 'add' }, /: this one says nothing$/],
    [{ status: 200, fields: { key: 'x' } }, /^A key is not matched/],
    [JSON.parse('{"status":200,"bdoy":1}'), /^answers\.add: 'bdoy' is not known here: did you mean 'body'\?/],
  ])('%j is refused, by the handle and over HTTP', async (answer, sentence) => {
    await using server = await createMockServer()
    expect(() => server.control.answers.add(answer)).toThrow(sentence)
    expect([400, 422]).toContain((await control(server, 'POST', '/answers', answer)).status)
  })
})

describe('a dialect of the panel', () => {
  it.each([
    ['plain', 200, '{"error":"Bad link"}', 200, '{"error":"Incorrect order ID"}'],
    ['keys', 200, '{"error":"neworder.error.link"}', 200, '{"error":"Incorrect order ID"}'],
    [
      'message',
      200,
      '{"status":"error","message":"Bad link"}',
      200,
      '{"status":"error","message":"Incorrect order ID"}',
    ],
    [
      'laravel',
      422,
      '{"message":"Bad link","errors":{"link":["Bad link"]}}',
      422,
      '{"message":"Incorrect order ID","errors":{"order":["Incorrect order ID"]}}',
    ],
  ] as const)('%s words its errors', async (panelDialect, status, text, otherStatus, otherText) => {
    await using server = await createMockServer({ panelDialect })
    expect(await askPanel(server, { ...panelOrder, link: '' })).toMatchObject({ status, text })
    const other = await askPanel(server, { action: 'status', order: '1' })
    expect(other).toMatchObject({ status: otherStatus, text: otherText })
  })

  it('is changed by the handle and over HTTP, and goes back at a reset', async () => {
    await using server = await createMockServer({ panelDialect: 'keys' })
    const tooMuch = { ...panelOrder, quantity: '99999999' }
    expect((await askPanel(server, tooMuch)).text).toBe('{"error":"neworder.error.max_quantity"}')
    server.control.answers.useDialect('message')
    expect((await control(server, 'GET', '/dialect')).body).toEqual({ dialect: 'message' })
    expect((await control(server, 'PUT', '/dialect', { dialect: 'laravel' })).status).toBe(200)
    expect((await askPanel(server, tooMuch)).status).toBe(422)
    expect((await control(server, 'PUT', '/dialect', { dialect: 'x' })).status).toBe(400)
    expect(() => server.control.answers.useDialect(JSON.parse('"toString"'))).toThrow(/^There is no dialect/)
    server.control.reset()
    expect(server.control.answers.dialect()).toBe('keys')
    await expect(createMockServer(JSON.parse('{"panelDialect":"x"}'))).rejects.toThrow(RangeError)
  })
})
