import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../http/listen.ts'
import { createMockServer } from '../server.ts'
import { servePage } from './serve-page.ts'

let folder: string
let server: Listening

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderwright-page-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  await writeFile(join(folder, 'page.js'), 'export {}')
  const app = express()
  app.use('/built', servePage(folder))
  app.use('/unbuilt', servePage(join(folder, 'nowhere')))
  app.use(((error, _request, response, _next) => {
    response.status(error.status).send(error.message)
  }) satisfies express.ErrorRequestHandler)
  server = await listen(app, 0, '127.0.0.1')
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe('the files of the page', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/page.js', 'text/javascript; charset=utf-8', 'export {}'],
  ])('sends %s under the policy of the page, to be asked for again each time', async (path, type, text) => {
    const response = await fetch(`${server.url}/built${path}`)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      text,
    ])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('cache-control')).toBe('no-cache')
    // Two files of a package that are equally long have the same time, so neither stands for a version.
    expect([response.headers.get('etag'), response.headers.get('last-modified')]).toEqual([null, null])
  })

  it('leads whoever leaves out the last slash to the page, but not whoever sends something', async () => {
    const response = await fetch(`${server.url}/built?a=1`, { redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([308, '/built/'])
    expect((await fetch(`${server.url}/built`, { method: 'POST' })).status).toBe(404)
  })

  it.each(['/built/other.js', '/built/%2e%2e/%2e%2e/etc/passwd', '/built/%ff'])(
    'has nothing at %s',
    async path => {
      expect((await fetch(`${server.url}${path}`)).ok).toBe(false)
    },
  )

  it('are missing until they are built, and the answer says how', async () => {
    const response = await fetch(`${server.url}/unbuilt/`)
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('pnpm build')])
  })
})

it('stands below /__mock', async () => {
  await using mock = await createMockServer()
  const response = await fetch(`${mock.url}/__mock`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([308, '/__mock/'])
  expect((await fetch(`${mock.url}/__mock`, { method: 'POST' })).status).toBe(404)
})
