import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the server does with one request, once its body is read. */
export type Step = (response: ServerResponse, request: SeenRequest) => void

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string
  readonly requests: readonly SeenRequest[]
}

/** A real server on a free port: the n-th request gets the n-th step, later ones the last. */
export async function scriptedServer(...steps: readonly [Step, ...Step[]]): Promise<ScriptedServer> {
  const requests: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: await text(request),
    }
    requests.push(seen)
    const step = steps[requests.length - 1] ?? steps.at(-1)
    step?.(response, seen)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/v1-api`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}

/** Answers with a body; what is no string is sent as JSON. */
export function answer(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Step {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  return response => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(sent)
}
