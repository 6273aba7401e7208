import { createHash, X509Certificate } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { selfSigned } from '@orderwright/e2e'
import { createMockServer, type MockServer, mockPanelKey, mockQqtubeKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPanelAccount } from './panel-scene.ts'
import { addAccount, openStage, type Scene, type Stage } from './stage.ts'

const certificate = selfSigned()
const fingerprint = createHash('sha256')
  .update(new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' }))
  .digest('base64')

let stage: Stage
let build: string

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'orderwright-'))
  await cp(`${import.meta.dirname}/../dist-loopback`, build, { recursive: true })
  const file = join(build, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['https://upstream.example/*'] }))
  stage = await openStage({
    extension: build,
    arguments: [
      '--host-resolver-rules=MAP *.example 127.0.0.1',
      // Trusted, not only let pass: with a doubtful certificate the browser takes no such headers.
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
      // Otherwise a minute later.
      '--short-reporting-delay',
    ],
  })
})

afterAll(async () => {
  await stage[Symbol.asyncDispose]()
  await rm(build, { recursive: true })
})

/** One report that Chromium sends to a collector. */
interface Report {
  readonly url: string
  readonly body: { readonly method: string }
}

interface Upstream extends AsyncDisposable {
  readonly url: string
  /** The reports so far, for any host. */
  reports(): readonly Report[]
  /** Has a tab ask another host, which names the same collector, and waits until that is reported. */
  untilReported(): Promise<void>
}

/** The mock at an https address whose answers have the browser report every request (Network Error Logging). */
async function openUpstream(mock: MockServer): Promise<Upstream> {
  const reports: Report[] = []
  const collector = await listen(async (request, response) => {
    // The browser asks first.
    for (const name of ['origin', 'headers', 'methods'])
      response.setHeader(`access-control-allow-${name}`, name === 'methods' ? 'POST' : '*')
    if (request.method === 'POST') reports.push(...JSON.parse(await text(request)))
    response.end()
  })
  const endpoint = `https://collector.example:${collector.port}/`
  const front = await listen(async (request, response) => {
    const { method = 'GET', url = '/' } = request
    response.setHeader('nel', '{"report_to":"all","max_age":600,"success_fraction":1}')
    response.setHeader('report-to', `{"group":"all","max_age":600,"endpoints":[{"url":"${endpoint}"}]}`)
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const answer = await fetch(`${mock.url}${url}`, {
      method,
      ...(method === 'POST' && { headers, body: await text(request) }),
    })
    response.end(await answer.text())
  })
  return {
    url: `https://upstream.example:${front.port}`,
    reports: () => reports,
    untilReported: async () => {
      const page = await stage.chromium.openPage(`https://other.example:${front.port}/last`)
      await page.close()
      await expect.poll(() => reports.some(({ url }) => url.endsWith('/last'))).toBe(true)
    },
    [Symbol.asyncDispose]: async () => {
      collector.close()
      front.close()
    },
  }
}

interface Listening {
  readonly port: number
  close(): void
}

type Answer = (...exchange: Parameters<RequestListener>) => Promise<void>

async function listen(answer: Answer): Promise<Listening> {
  const server = createServer(certificate, (request, response) => {
    // The mock may be gone before all that was asked is answered.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** From the first reads to an order that is placed. */
async function order(scene: Scene, service: string, quantity: string): Promise<void> {
  const popup = await scene.openPopup(await scene.openPage())
  await popup.choose(service)
  await popup.fill('Quantity', quantity)
  await popup.press('Review order')
  await popup.press('Order for ')
  await popup.sees('is placed')
}

function methodsWith(key: string, reports: readonly Report[]): readonly string[] {
  return [...new Set(reports.filter(({ url }) => url.includes(key)).map(({ body }) => body.method))]
}

// The first row is what the README says is left. If it fails, Chromium has changed for the better: say so there.
test.each([
  ['QQTube', 'in those of reads alone', ['GET']],
  ['a panel', 'in none', []],
] as const)(
  'of the addresses that an upstream has the browser report, at %s, the key is %s',
  async (name, _, methods) => {
    const isPanel = name === 'a panel'
    await using mock = await createMockServer()
    await using upstream = await openUpstream(mock)
    await using scene = await stage.scene({ hasAccount: false })
    if (isPanel) await addPanelAccount(scene.options, `${upstream.url}/api/v2`)
    else await addAccount(scene.options, upstream, mockQqtubeKey)
    await order(scene, isPanel ? '9 iris' : '24', isPanel ? '7' : '11')
    const orders = mock.control.requestLog.list({ action: 'add' })
    expect(orders).toHaveLength(1)
    await upstream.untilReported()
    // Nothing is missed: the order is among what was reported.
    await expect.poll(() => upstream.reports().some(({ body }) => body.method === 'POST')).toBe(true)
    expect(methodsWith(isPanel ? mockPanelKey : mockQqtubeKey, upstream.reports())).toStrictEqual(methods)
  },
)

test('a person who blocks background sync for the upstream’s website has nothing reported of it', async () => {
  await using mock = await createMockServer()
  await using upstream = await openUpstream(mock)
  await using scene = await stage.scene({ hasAccount: false })
  await using _ = await blockBackgroundSync(scene.options, upstream.url)
  await addAccount(scene.options, upstream, mockQqtubeKey)
  await order(scene, '24', '11')
  await upstream.untilReported()
  expect(upstream.reports().filter(({ url }) => url.startsWith(upstream.url))).toStrictEqual([])
})

/** As the browser's settings of a site do, until it is disposed of. */
async function blockBackgroundSync(page: Page, origin: string): Promise<AsyncDisposable> {
  const session = await page.browser().target().createCDPSession()
  const permission = { name: 'background-sync' }
  await session.send('Browser.setPermission', { permission, setting: 'denied', origin })
  return { [Symbol.asyncDispose]: () => session.detach() }
}
