import { parseServices, quote, subtractAmounts } from '@orderwright/core'
import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../../../test/ask.ts'
import { createMockServer, mockPanelKey } from '../../server.ts'

const link = 'https://example.com/someone'
const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `line ${line}`).join('\r\n')

/** One order of each type: what it sends, what is to be delivered, what it costs. */
const orders: readonly (readonly [string, Readonly<Record<string, string>>, string, string])[] = [
  ['Default', { service: '1', link, quantity: '1000' }, '1000', '0.9'],
  ['Default, to the last digit', { service: '9', link, quantity: '10' }, '10', '0.00008011655652'],
  [
    'Default, by drip-feed',
    { service: '3', link, quantity: '200', runs: '3', interval: '30' },
    '600',
    '0.81',
  ],
  [
    'Default, by drip-feed, a count as the engine reads it',
    { service: '3', link, quantity: '200', runs: ' +3.0', interval: '30.0' },
    '600',
    '0.81',
  ],
  ['Package', { service: '33', link }, '1', '3.99'],
  ['Custom Comments Package', { service: '19', link, comments: lines(3) }, '1', '4.5'],
  ['Custom Comments', { service: '2', link, comments: lines(10) }, '10', '0.08'],
  ['SEO', { service: '14', link, quantity: '500', keywords: lines(2) }, '500', '1.6'],
  [
    'Mentions with Hashtags',
    { service: '23', link, quantity: '100', usernames: lines(2), hashtags: lines(1) },
    '100',
    '0.63',
  ],
  ['Mentions Custom List', { service: '25', link, usernames: lines(20) }, '20', '0.108'],
  ['Mentions Hashtag', { service: '27', link, quantity: '100', hashtag: 'wood' }, '100', '0.485'],
  ['Mentions User Followers', { service: '29', link, quantity: '100', username: 'someone' }, '100', '0.41'],
  ['Mentions Media Likers', { service: '31', link, quantity: '100', media: link }, '100', '0.44'],
  ['Comment Likes', { service: '10', link, quantity: '20', username: 'someone' }, '20', '0.038'],
  ['Poll', { service: '35', link, quantity: '10', answer_number: '2' }, '10', '0.0125'],
  ['Comment Replies', { service: '21', link, username: 'someone', comments: lines(5) }, '5', '0.048'],
  ['Invites from Groups', { service: '37', link, quantity: '50', groups: lines(2) }, '50', '0.385'],
  ['Subscriptions', { service: '39', username: 'someone', min: '20', max: '50', delay: '5' }, '0', '0'],
  [
    'Web Traffic',
    {
      service: '41',
      link,
      quantity: '1000',
      country: 'DE',
      device: '1',
      type_of_traffic: '2',
      referring_url: link,
    },
    '1000',
    '0.48',
  ],
]

describe('add on a panel', () => {
  it.each(orders)('takes an order of the type %s', async (_, fields, quantity, charged) => {
    await using server = await createMockServer()
    const { body } = await askPanel(server, { action: 'add', ...fields })
    expect(body).toEqual({ order: 123456 })
    expect(server.control.orders.get('123456')).toMatchObject({ upstream: 'panel', quantity, charged })
    expect(server.control.accounts.funds(mockPanelKey)).toBe(subtractAmounts('1000', charged))
  })

  it('charges what the core quotes from the answered catalogue', async () => {
    await using server = await createMockServer()
    const { text } = await askPanel(server, { action: 'services' })
    const { services } = parseServices('panel', text)
    for (const [, { service: id, link: _, quantity, ...params }, , charged] of orders) {
      const service = services.find(candidate => candidate.id === id)
      if (service === undefined) throw new TypeError(`There is no service ${id}`)
      const quoted = quote(service, { quantity, params })
      expect(quoted.ok && quoted.quote.total.toFixed()).toBe(charged)
    }
  })

  it.each(['a\n\nb', 'a\r\n \r\nb', '\na\nb', 'a\nb\n', 'a\u200B\r\u200B\rb'])(
    'charges every line that it receives, also a blank one: %j',
    async comments => {
      await using server = await createMockServer()
      await askPanel(server, { action: 'add', service: '18', link, comments })
      expect(server.control.orders.list()).toMatchObject([{ quantity: '3', charged: '0.072' }])
      expect(server.control.requestLog.list()[0]?.suggestions).toEqual([
        '`comments`: 1 of its 3 lines is blank, and every line is charged',
      ])
    },
  )

  it('finds nothing to deliver in blank lines alone', async () => {
    await using server = await createMockServer()
    const { body } = await askPanel(server, { action: 'add', service: '18', link, comments: '\n \n' })
    expect(body).toEqual({ error: 'Incorrect request' })
    expect(server.control.requestLog.list()[0]?.suggestions).toEqual(['`comments` is required.'])
  })

  const others = [...new Set(orders.flatMap(([, fields]) => Object.keys(fields)))]
  const ofEveryType = (text: string): Readonly<Record<string, string>> =>
    Object.fromEntries([...others, 'posts', 'old_posts', 'expiry', 'utm'].map(name => [name, text]))

  const plain = orders.filter(([name]) => !name.includes('as the engine reads it'))
  it.each(plain)(
    'takes an order of the type %s with every field of every other type, blank, 0 or with a value, and says so',
    async (_, fields, quantity, charged) => {
      for (const text of ['', '0', 'x']) {
        // A value that its own type could not do without is another order.
        const own = text === 'x' ? ['runs', 'interval', 'posts', 'old_posts', 'expiry', 'google_keyword'] : []
        const sent = { ...ofEveryType(text), ...Object.fromEntries(own.map(name => [name, ''])), ...fields }
        await using server = await createMockServer({ clock: { isHeld: true } })
        const { body } = await askPanel(server, { action: 'add', ...sent })
        expect(body, text).toEqual({ order: 123456 })
        expect(server.control.orders.get('123456')).toMatchObject({ quantity, charged })
        expect(server.control.requestLog.count({ hasSuggestions: true })).toBe(text === '' ? 0 : 1)

        await using strict = await createMockServer({ isStrict: true })
        const refused = await askPanel(strict, { action: 'add', ...sent })
        expect(refused.status, text).toBe(text === '' ? 200 : 400)
      }
    },
  )

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ service: '18', link, comments: 'a', quantity: '100' }, ['`quantity`: service 18 takes no such field']],
    [
      { ...panelOrder, service: '3', runs: '0', interval: '0' },
      ["`runs`: '0' asks for nothing: leave it out", "`interval`: '0' asks for nothing: leave it out"],
    ],
    [
      { ...panelOrder, service: '3', runs: '0', interval: '30' },
      [expect.stringMatching(/^`runs`: /), expect.stringMatching(/^`interval`: /)],
    ],
    [{ ...panelOrder, service: '3', interval: '0' }, ["`interval`: '0' asks for nothing: leave it out"]],
    [{ ...panelOrder, is_test: '0' }, ["`is_test`: 'add' has no such field"]],
    [
      { ...panelOrder, constructor: 'x', toString: 'y' },
      [expect.stringMatching(/^`constructor`/), expect.stringMatching(/^`toString`/)],
    ],
  ])('passes over what %j has beyond its type, and says so', async (fields, suggestions) => {
    await using server = await createMockServer()
    expect((await askPanel(server, { action: 'add', ...fields })).body).toEqual({ order: 123456 })
    expect(server.control.requestLog.list()[0]?.suggestions).toEqual(suggestions)
  })

  it.each([
    ['0', '0', 101],
    ['0', '2', 3],
    ['', '', 101],
    ['1', '0', 2],
  ])('takes posts %j and old posts %j as %i orders in all', async (posts, old_posts, orders) => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const terms = { service: '39', username: 'u', min: '20', max: '20', delay: '0', posts, old_posts }
    await askPanel(server, { action: 'add', ...terms })
    server.control.clock.advance('30d')
    expect(server.control.orders.list()).toHaveLength(orders)
  })

  it.each(['1', '2', '41'])('says of a service without drip-feed that it has none: %s', async service => {
    const rows = (await import('../../fixtures/panel-services.ts')).panelServices
    const panel = rows.map(row => ({ ...row, dripfeed: false }))
    await using server = await createMockServer({ catalogue: { panel } })
    const traffic = { country: 'DE', device: '1', type_of_traffic: '2' }
    const sent = { ...panelOrder, ...traffic, service, comments: lines(10), runs: '2', interval: '30' }
    const { body } = await askPanel(server, { ...sent, action: 'add' })
    // Comments are of a type that has no runs: they are passed over there.
    const error = 'This services does not support Dripfeed feature!'
    expect(body).toEqual(service === '2' ? { order: 123456 } : { error })
  })

  it("leaves QQTube's accounts and orders alone", async () => {
    await using server = await createMockServer()
    await askPanel(server, panelOrder)
    expect(server.control.accounts.list().map(({ name, funds }) => [name, funds])).toEqual([
      ['qqtube-1', '1000'],
      ['panel-1', '999.1'],
    ])
    expect(server.control.orders.list({ upstream: 'qqtube' })).toEqual([])
  })

  it('names its currency by the account', async () => {
    await using server = await createMockServer({
      accounts: [{ upstream: 'panel', key: mockPanelKey, currency: 'TRY', funds: '5' }],
    })
    await askPanel(server, panelOrder)
    expect((await askPanel(server, { action: 'balance' })).body).toEqual({ balance: '4.1', currency: 'TRY' })
    expect((await askPanel(server, { action: 'status', order: '123456' })).body).toMatchObject({
      currency: 'TRY',
    })
  })
})
