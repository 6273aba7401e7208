import { describe, expect, test, vi } from 'vitest'
import { origin } from '../test/fake-chrome.ts'
import { handleRequest, isSenderAllowed, parseRequest } from './messages.ts'

const order = {
  serviceId: '3',
  target: 'https://example.com',
  quantity: '10',
  drip: false,
  params: { a: '1' },
}

const place = {
  type: 'place-order',
  id: 't',
  accountId: 'a',
  order,
  confirmed: {
    total: '1',
    quantity: '10',
    delivers: '10',
    isChargedLater: false,
    serviceName: 's',
    targetTitle: '',
  },
  retryOf: null,
  reviewedAt: 1,
  seen: ['s'],
}

describe('a message', () => {
  test('that is a request is taken as one', () => expect(parseRequest(place)).toStrictEqual(place))

  test('may leave out what the order does not have', () => {
    const { target: _, quantity: __, ...rest } = order
    expect(parseRequest({ ...place, order: rest })).toStrictEqual({
      ...place,
      order: { ...rest, target: undefined, quantity: undefined },
    })
  })

  test.each(['constructor', 'prototype', '__proto__'])('keeps a param that is called %s', name => {
    const message = JSON.parse(JSON.stringify(place).replace('"a":"1"', `"${name}":"1"`))
    const request = parseRequest(message)
    expect(request?.type === 'place-order' && Object.entries(request.order.params)).toStrictEqual([
      [name, '1'],
    ])
  })

  test.each([
    [undefined],
    [null],
    ['place-order'],
    [{}],
    [{ type: 'constructor' }],
    [{ ...place, id: 1 }],
    [{ ...place, confirmed: { ...place.confirmed, total: '1e3' } }],
    [{ type: 'answer-order', id: 't', said: { kind: 'placed' } }],
    [{ ...place, order: { ...order, params: { a: 1 } } }],
    [{ ...place, order: undefined }],
    [{ type: 'read-balance' }],
    [{ type: 'read-balance', accountId: 'x'.repeat(201) }],
    [{ type: 'save-account', id: null, kind: 'other', name: 'n', baseUrl: 'u', key: null }],
  ])('of another shape is none: %j', message => expect(parseRequest(message)).toBeUndefined())
})

const popup = { id: 'abcdefghijklmnop', origin, url: `${origin}/src/screens/popup.html` }

const options = { ...popup, url: `${origin}/src/screens/options.html` }

test.each([
  ['the popup orders', popup, 'place-order', true],
  ['the popup with a query orders', { ...popup, url: `${popup.url}?x=1#y` }, 'place-order', true],
  ['the options page stores a key', options, 'save-account', true],
  ['both read a balance', options, 'read-balance', true],
  ['the options page orders', options, 'place-order', false],
  ['the popup stores a key', popup, 'save-account', false],
  ['another extension orders', { ...popup, id: 'ponmlkjihgfedcba' }, 'place-order', false],
  ['a web page orders', { ...popup, origin: 'https://www.youtube.com' }, 'place-order', false],
  ['a content script orders', { ...popup, url: 'https://www.youtube.com/watch' }, 'place-order', false],
  ['a look-alike path orders', { ...popup, url: `${origin}/x/src/screens/popup.html` }, 'place-order', false],
  ['a look-alike host orders', { ...popup, url: `${origin}x/src/screens/popup.html` }, 'place-order', false],
  ['nobody orders', {}, 'place-order', false],
  [
    'another extension’s popup orders',
    { ...popup, id: 'p', origin: 'chrome-extension://p' },
    'place-order',
    false,
  ],
  [
    'a content script in the site’s own frame orders',
    { ...popup, origin: 'https://www.youtube.com', url: 'https://www.youtube.com/watch', frameId: 0 },
    'place-order',
    false,
  ],
  ['the popup’s document in a frame orders', { ...popup, frameId: 3 }, 'place-order', false],
  [
    'the first-run page orders',
    { ...popup, url: `${origin}/src/screens/welcome.html` },
    'place-order',
    false,
  ],
  [
    'the worker’s own file orders',
    { ...popup, url: `${origin}/service-worker-loader.js` },
    'place-order',
    false,
  ],
  ['a page without an address orders', { id: popup.id, origin }, 'place-order', false],
  ['an opaque origin orders', { ...popup, origin: 'null' }, 'place-order', false],
  ['the popup unlocks', popup, 'unlock-keys', true],
  ['the options page unlocks', { ...options, frameId: 0 }, 'unlock-keys', true],
  ['a content script unlocks', { ...popup, origin: 'https://www.youtube.com' }, 'unlock-keys', false],
  ['the options page changes how keys are kept', options, 'change-key-mode', true],
  ['the popup changes how keys are kept', popup, 'change-key-mode', false],
  ['the popup discards keys', popup, 'discard-keys', false],
  ['the options page imports', options, 'import-data', true],
  ['the popup forgets everything', popup, 'forget-everything', false],
  ['a web page exports', { ...options, origin: 'https://www.youtube.com' }, 'export-data', false],
] as const)('%s: %s', (_, sender, type, isAllowed) => expect(isSenderAllowed(sender, type)).toBe(isAllowed))

test('what surrounds the orders is brought up to date also after a refresh that failed', async () => {
  const title = vi.spyOn(chrome.action, 'setTitle')
  const answer = await handleRequest({ type: 'refresh-orders', accountId: 'gone', trigger: 'opened' })
  expect([answer.ok, title.mock.calls.length]).toStrictEqual([false, 1])
})
