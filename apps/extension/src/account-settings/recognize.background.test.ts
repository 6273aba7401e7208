import { createMockServer, mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test, vi } from 'vitest'
import { openScene } from '../../test/scene.tsx'
import { answered } from '../../test/set-up.ts'
import { handleRequest } from '../messages.ts'
import type { Recognized } from './messages.ts'

async function recognized(baseUrl: string, key: string): Promise<Recognized> {
  return answered(await handleRequest({ type: 'recognize-upstream', baseUrl, key }))
}

test.each([
  ['/api/v2', mockPanelKey, 'panel', '/api/v2'],
  ['/v1-api', mockQqtubeKey, 'qqtube', '/v1-api'],
  ['', mockPanelKey, 'panel', '/api/v2'],
  ['/', mockQqtubeKey, 'qqtube', '/v1-api'],
])('the address with the path “%s” is told by what answers', async (path, key, upstream, found) => {
  await using server = await createMockServer()
  expect(await recognized(`${server.url}${path}`, key)).toStrictEqual({
    kind: 'found',
    upstream,
    baseUrl: `${server.url}${found}`,
  })
  const actions = new Set(server.control.requestLog.list().map(({ action }) => action))
  expect([...actions].filter(action => !['balance', 'funds', undefined].includes(action))).toStrictEqual([])
})

test('an API that refuses the key is told from an address that has none', async () => {
  await using server = await createMockServer()
  expect(await recognized(`${server.url}/api/v2`, 'another key')).toStrictEqual({ kind: 'refused' })
  expect(await recognized(`${server.url}/nothing/here`, mockPanelKey)).toStrictEqual({ kind: 'none' })
})

test('what is no address is said to be none', async () => {
  const answer = await handleRequest({ type: 'recognize-upstream', baseUrl: 'ftp://example.com', key: 'key' })
  expect(answer).toMatchObject({ ok: false, sentence: expect.stringContaining('https://') })
})

test('in the form the kind and the path are filled in, after the browser was asked in the click', async () => {
  await using scene = await openScene({ accounts: [] })
  const ask = vi.spyOn(chrome.permissions, 'request')
  const settings = await scene.openSettings()
  await settings.fill('Address of the API', scene.server.url)
  await settings.press('Recognise the API')
  await settings.sees('Paste the key')
  expect(ask).not.toHaveBeenCalled()
  await settings.fill('Key', mockPanelKey)
  await settings.press('Recognise the API')
  await settings.sees('This is a Panel (API v2) API. It takes your key.')
  expect(ask).toHaveBeenCalledWith({ origins: ['http://127.0.0.1/*'] })
  expect(await settings.valueOf('Kind')).toBe('Panel (API v2)')
  expect(await settings.valueOf('Address of the API')).toBe(`${scene.server.url}/api/v2`)
  expect(settings.text()).not.toContain(mockPanelKey)
  expect(await settings.audit()).toStrictEqual([])
})
