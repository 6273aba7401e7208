import { describe, expect, it } from 'vitest'
import { ask, askPanel, order, panelOrder } from '../../../test/ask.ts'
import { control } from '../../../test/control.ts'
import { createMockServer, type MockControl } from '../../index.ts'

describe('what control over HTTP refuses, the handle refuses', () => {
  it.each<[string, (handle: MockControl, json: string) => unknown, string, string, string]>([
    [
      'a misspelt key of a plan',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","tmies":2}',
    ],
    [
      'a key of a plan that objects have',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","constructor":2}',
    ],
    [
      'a fault that is none',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"toString"}',
    ],
    [
      'a plan for an unknown action',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","action":"ad"}',
    ],
    [
      'a plan for an action that objects have',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","action":"constructor"}',
    ],
    [
      "a plan for the other API's action",
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","action":"funds","upstream":"panel"}',
    ],
    [
      'a plan for an unknown upstream',
      ({ faults }, json) => faults.add(JSON.parse(json)),
      'POST',
      '/faults',
      '{"fault":"reset","upstream":"pannel"}',
    ],
    [
      'a misspelt key of a rule',
      ({ behaviours }, json) => behaviours.add(JSON.parse(json)),
      'POST',
      '/behaviours',
      '{"behaviour":"stuck","sevice":"1"}',
    ],
    [
      'a rule for half a service',
      ({ behaviours }, json) => behaviours.add(JSON.parse(json)),
      'POST',
      '/behaviours',
      '{"behaviour":"stuck","service":1.5}',
    ],
    [
      'a misspelt key of an account',
      ({ accounts }, json) => accounts.add(JSON.parse(json)),
      'POST',
      '/accounts',
      '{"key":"mock-key-x","fund":"5"}',
    ],
    [
      'funds that are a number',
      ({ accounts }, json) => accounts.add(JSON.parse(json)),
      'POST',
      '/accounts',
      '{"key":"mock-key-x","funds":5}',
    ],
    [
      'a misspelt part of a query',
      ({ requestLog }, json) => requestLog.verify(JSON.parse(json), 0),
      'POST',
      '/request-log/verify',
      '{"acton":"add"}',
    ],
    [
      'a fault of a query that is none',
      ({ requestLog }, json) => requestLog.verify(JSON.parse(json), 0),
      'POST',
      '/request-log/verify',
      '{"fault":"rest"}',
    ],
    [
      'a field of a query that is a list',
      ({ requestLog }, json) => requestLog.verify(JSON.parse(json), 0),
      'POST',
      '/request-log/verify',
      '{"fields":{"a":["1"]}}',
    ],
  ])('%s', async (_, call, method, path, json) => {
    await using server = await createMockServer()
    expect(() => call(server.control, json)).toThrow(RangeError)
    expect([400, 422]).toContain((await control(server, method, path, json)).status)
    expect(server.control.faults.list()).toEqual([])
    expect(server.control.behaviours.list()).toEqual([])
    expect(server.control.accounts.list()).toHaveLength(2)
  })

  it.each<[string, (handle: MockControl) => unknown, string]>([
    [
      'a list of orders',
      ({ orders }) => orders.list(JSON.parse('{"acount":"panel-1"}')),
      '/orders?acount=panel-1',
    ],
    [
      'orders of an unknown API',
      ({ orders }) => orders.list(JSON.parse('{"upstream":"x"}')),
      '/orders?upstream=x',
    ],
    [
      'a list of requests',
      ({ requestLog }) => requestLog.list(JSON.parse('{"acton":"add"}')),
      '/request-log?acton=add',
    ],
    [
      'a count',
      ({ requestLog }) => requestLog.count(JSON.parse('{"upstream":"x"}')),
      '/request-log/count?upstream=x',
    ],
    [
      'a wait',
      ({ requestLog }) => requestLog.waitFor(JSON.parse('{"acton":"add"}')),
      '/request-log/wait?acton=add&timeoutMs=1',
    ],
    [
      "a wait's options",
      ({ requestLog }) => requestLog.waitFor({}, JSON.parse('{"timeout":1}')),
      '/request-log/wait?timeout=1',
    ],
    ['a search', ({ requestLog }) => requestLog.find(JSON.parse('{"ordr":"1"}')), '/request-log?ordr=1'],
    [
      'a catalogue',
      ({ catalogue }) => catalogue.services(JSON.parse('"constructor"')),
      '/catalogue/constructor',
    ],
  ])('in %s', async (_, call, path) => {
    await using server = await createMockServer()
    expect(() => call(server.control)).toThrow(RangeError)
    expect((await control(server, 'GET', path)).status).toBe(400)
  })

  it('names the place and what was probably meant', async () => {
    await using server = await createMockServer()
    const { faults } = server.control
    expect(() => faults.add(JSON.parse('{"fault":"reset","tmies":2}'))).toThrow(
      "faults.add: 'tmies' is not known here: did you mean 'times'?",
    )
    expect(() => faults.add(JSON.parse('{"fault":"reset","action":"ad"}'))).toThrow(
      "was given 'ad': did you mean 'add'?",
    )
  })

  it('in a fixture, as the server begins', async () => {
    const fixture = JSON.parse('{"faults":[{"fault":"reset","acton":"add"}]}')
    await expect(createMockServer({ fixture })).rejects.toThrow(
      "'acton' is not known here: did you mean 'action'?",
    )
  })
})

describe('ids as numbers are ids as texts', () => {
  it('in the handle and over HTTP', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { orders, requestLog, behaviours, refills } = server.control
    behaviours.add({ behaviour: 'stuck', service: 1, upstream: 'qqtube' })
    await control(server, 'POST', '/behaviours', { behaviour: 'immediate', service: 1, upstream: 'panel' })
    await ask(server, 'POST', order)
    await askPanel(server, panelOrder)
    expect(orders.list().map(({ behaviour }) => behaviour)).toEqual(['stuck at 50 %', 'immediate'])
    expect(orders.get(123456)).toEqual(orders.get('123456'))
    expect(orders.setStatus(123456, '3').id).toBe('123456')
    await askPanel(server, { action: 'refill', order: '123457' })
    refills.setStatus(1, 'Rejected')
    expect(requestLog.list({ orderId: 123456, fields: { quantity: 20000 } })).toHaveLength(1)
    const query = { orderId: 123456, fields: { quantity: 20000 }, times: 1 }
    expect((await control(server, 'POST', '/request-log/verify', query)).status).toBe(204)
    expect((await control(server, 'GET', '/orders/123456')).status).toBe(200)
  })
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
  '%s is a name like any other',
  async name => {
    await using server = await createMockServer()
    const fields = Object.fromEntries([[name, '1']])
    const unknown = { error: 'Incorrect request' }
    expect((await askPanel(server, { action: name })).body).toEqual(unknown)
    expect((await ask(server, 'GET', { action: name })).body).toMatchObject({ messages: [{ id: 1004 }] })
    expect((await askPanel(server, { ...panelOrder, service: name })).body).toEqual({
      error: 'Incorrect service ID',
    })
    expect((await ask(server, 'POST', { ...order, id_service: name })).body).toMatchObject({
      status: 'error',
    })
    expect((await askPanel(server, { action: 'status', order: name })).body).toEqual({
      error: 'Incorrect order ID',
    })
    expect(
      Object.entries(Object((await askPanel(server, { action: 'status', orders: `${name},1` })).body)),
    ).toHaveLength(2)
    expect((await askPanel(server, { ...panelOrder, ...fields })).body).toEqual({ order: 123456 })
    expect((await ask(server, 'POST', { ...order, ...fields })).body).toMatchObject({ status: 'success' })
    const { orders, refills, requestLog, behaviours } = server.control
    expect(orders.get(name)).toBeUndefined()
    expect(() => orders.setStatus(name, 1)).toThrow(RangeError)
    expect(() => refills.setStatus(name, 'x')).toThrow(RangeError)
    expect(() => behaviours.add(JSON.parse(JSON.stringify({ behaviour: name })))).toThrow(RangeError)
    expect(requestLog.count({ action: name })).toBe(2)
    expect(requestLog.count({ fields })).toBe(2)
    expect((await control(server, 'GET', `/orders/${name}`)).status).toBe(404)
    expect((await control(server, 'GET', `/${name}`)).status).toBe(404)
    expect((await control(server, 'GET', `/orders?${name}=1`)).status).toBe(400)
    expect((await control(server, 'GET', `/request-log/count?fields[${name}]=1`)).body).toEqual({ count: 2 })
    const body = `{"fields":{${JSON.stringify(name)}:"1"},"times":2}`
    expect((await control(server, 'POST', '/request-log/verify', body)).status).toBe(204)
  },
)
