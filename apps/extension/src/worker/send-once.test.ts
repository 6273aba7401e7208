import { expect, onTestFinished, test, vi } from 'vitest'
import { sendOnce } from './send-once.ts'

const url = 'https://upstream.example/api'

/** What `sendOnce` asks of the browser, when the read before went over that protocol. */
async function asked(protocol: string | undefined): Promise<RequestInit & { readonly duplex?: string }> {
  const seen: RequestInit[] = []
  vi.stubGlobal('PerformanceResourceTiming', Timing)
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    seen.push(init)
    return new Response('{}')
  })
  const entries = protocol === undefined ? [] : [new Timing(`${url}?action=funds`, protocol)]
  const spy = vi.spyOn(performance, 'getEntriesByType').mockReturnValue(entries)
  onTestFinished(() => {
    spy.mockRestore()
    vi.unstubAllGlobals()
  })
  await sendOnce(url, { method: 'POST', body: new URLSearchParams({ a: '1 2' }), credentials: 'omit' })
  return seen[0] ?? {}
}

class Timing {
  readonly entryType = 'resource'
  readonly startTime = 0
  readonly duration = 0
  readonly name: string
  readonly nextHopProtocol: string
  constructor(name: string, nextHopProtocol: string) {
    this.name = name
    this.nextHopProtocol = nextHopProtocol
  }
  toJSON(): string {
    return this.name
  }
}

test.each(['h2', 'h3'])(
  'over %s the body is a stream, which the browser cannot send again',
  async protocol => {
    const init = await asked(protocol)
    expect(init.body).toBeInstanceOf(ReadableStream)
    expect([init.duplex, init.credentials]).toStrictEqual(['half', 'omit'])
    expect(new Headers(init.headers).get('content-type')).toContain('application/x-www-form-urlencoded')
    expect(await new Response(init.body).text()).toBe('a=1+2')
  },
)

test.each(['http/1.1', '', undefined])('over %s it goes over connections of its own', async protocol => {
  const init = await asked(protocol)
  expect([init.credentials, init.duplex]).toStrictEqual(['include', undefined])
})
