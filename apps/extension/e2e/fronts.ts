import { createServer, type RequestListener } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { text } from 'node:stream/consumers'
import { selfSigned } from '@orderwright/e2e'
import type { MockServer } from '@orderwright/mock-server'

// Servers before the mock, to see what its journal does not tell, and to break what it does not.

interface Received {
  readonly cookie: string | undefined
  readonly body: string
  /** That the connection came from, which tells it from others. */
  readonly port: number | undefined
}

interface PlainFront extends AsyncDisposable {
  readonly url: string
  /** Each request that came in. */
  readonly requests: readonly Received[]
}

type Answer = (...exchange: Parameters<RequestListener>) => Promise<void>

/** Before the mock, to see what its journal does not tell. Every answer sets a cookie. */
export async function openPlainFront(mock: MockServer): Promise<PlainFront> {
  const requests: Received[] = []
  const answer: Answer = async (request, response) => {
    const type = request.headers['content-type'] ?? ''
    const body = await text(request)
    requests.push({ cookie: request.headers.cookie, body, port: request.socket.remotePort })
    const answered = await fetch(`${mock.url}${request.url}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    response.setHeader('set-cookie', 'visitor=1; Path=/')
    response.end(await answered.text())
  }
  const server = createServer((request, response) => {
    // The mock may be gone before all that was asked is answered.
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Http2Front extends AsyncDisposable {
  readonly url: string
  /** The protocol version of each order that came in. */
  readonly orders: readonly string[]
}

/** HTTP/2 before the mock. With each order after the `answered` first ones it breaks the whole connection, once the mock has taken the order. */
export async function openHttp2Front(mock: MockServer, answered = 0): Promise<Http2Front> {
  const orders: string[] = []
  const pass = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const body = await text(request)
    const answer = await fetch(`${mock.url}${request.url}`, {
      method: 'POST',
      body,
      headers: { 'content-type': request.headers['content-type'] ?? '' },
    })
    const answerText = await answer.text()
    const isOrder = body.includes('action=add')
    if (isOrder) orders.push(request.httpVersion)
    if (!isOrder || orders.length <= answered) {
      response.writeHead(answer.status, { 'content-type': 'application/json' })
      response.end(answerText)
      return
    }
    request.stream.session?.destroy()
  }
  const server = createSecureServer(selfSigned(), (request, response) => {
    // The mock may be gone before all that was asked is answered.
    pass(request, response).catch(() => request.stream.session?.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `https://127.0.0.1:${port}`,
    orders,
    [Symbol.asyncDispose]: () => new Promise(resolve => server.close(() => resolve())),
  }
}

interface ChangingFront extends AsyncDisposable {
  readonly url: string
  /** The protocol version of each request that came in. */
  readonly versions: readonly string[]
  /** From now on what connects is offered this protocol alone. */
  offer(protocol: 'h2' | 'http/1.1'): void
}

/** TLS before the mock. Every order is taken, and its connection broken. */
export async function openChangingFront(mock: MockServer): Promise<ChangingFront> {
  const versions: string[] = []
  let offered = 'h2'
  const answer = async (request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> => {
    const body = await text(request)
    versions.push(request.httpVersion)
    const headers = { 'content-type': request.headers['content-type'] ?? '' }
    const answered = await fetch(`${mock.url}${request.url}`, { method: 'POST', body, headers })
    const answerText = await answered.text()
    if (body.includes('action=add')) request.socket.destroy()
    else response.end(answerText)
  }
  const options = { ...selfSigned(), allowHTTP1: true, ALPNCallback: () => offered }
  const server = createSecureServer(options, (request, response) => {
    // The mock may be gone before all that was asked is answered.
    answer(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    versions,
    offer: protocol => {
      offered = protocol
    },
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}

/** A host with HTTP/2 that answers whatever is asked, with nothing. */
export async function openElsewhere(): Promise<{ readonly url: string } & AsyncDisposable> {
  const server = createSecureServer(selfSigned(), (_, response) => response.end())
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}
