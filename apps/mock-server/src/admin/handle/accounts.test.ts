import { describe, expect, it } from 'vitest'
import { ask } from '../../../test/ask.ts'
import { createMockServer, mockQqtubeKey } from '../../server.ts'

describe('control.accounts', () => {
  it('opens accounts and sets what they hold, as the API then answers', async () => {
    await using server = await createMockServer()
    const { accounts } = server.control
    accounts.add({ key: 'mock-key-second', funds: '0.50' })
    accounts.setFunds(mockQqtubeKey, '34.210')
    expect((await ask(server, 'GET', { action: 'funds' })).body).toEqual({ funds: '34.21' })
    expect((await ask(server, 'GET', { action: 'funds', api_key: 'mock-key-second' })).body).toEqual({
      funds: '0.5',
    })
    expect(accounts.list().map(({ name, funds }) => [name, funds])).toEqual([
      ['qqtube-1', '34.21'],
      ['panel-1', '1000'],
      ['qqtube-2', '0.5'],
    ])
  })

  it('hands out copies: an account changes by setFunds alone', async () => {
    await using server = await createMockServer()
    const [copy] = server.control.accounts.list()
    Object.assign(copy ?? {}, { funds: '5' })
    expect(server.control.accounts.funds(mockQqtubeKey)).toBe('1000')
  })

  it.each(['-1', '1e3', 'much', ''])('refuses funds of %j', async funds => {
    await using server = await createMockServer()
    expect(() => server.control.accounts.setFunds(mockQqtubeKey, funds)).toThrow(RangeError)
    expect(() => server.control.accounts.add({ key: 'mock-key-second', funds })).toThrow(RangeError)
  })

  it('refuses a blank key, a key that it has, and one that it has not, without printing any', async () => {
    await using server = await createMockServer()
    const { accounts } = server.control
    expect(() => accounts.add({ key: ' ' })).toThrow('An account needs a key that is not blank')
    expect(() => accounts.add({ key: mockQqtubeKey, upstream: 'panel' })).toThrow(
      /^There already is an account with this key$/,
    )
    expect(() => accounts.funds('mock-key-none')).toThrow(
      /^There is no account with this key on this server$/,
    )
  })
})
