import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/** A receiver of webhooks that refuses some of them, and remembers which it took. */
export interface Webhooks extends AsyncDisposable {
  readonly url: string
  /** How often each was taken, as `id topic`. */
  readonly taken: ReadonlyMap<string, number>
}

export async function startWebhooks(isRefused: () => boolean): Promise<Webhooks> {
  const taken = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const { id, topic }: { id: string; topic: string } = JSON.parse(await text(request))
    if (isRefused()) {
      response.writeHead(503).end()
      return
    }
    const name = `${id} ${topic}`
    taken.set(name, (taken.get(name) ?? 0) + 1)
    response.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The receiver has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    taken,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
