import { type FetchResponse, NotSentError } from '@orderwright/client'
import type { IsolatedAnswer, IsolatedRequest } from '../../isolation/isolated-request.ts'
import {
  closeIsolation,
  type IsolationDocument,
  isolationLock,
  openIsolation,
} from '../../isolation/isolation-document.background.ts'
import { isMultiplexed } from './latest-protocol.background.ts'

/** Longer than a document takes to open on a slow machine, and over before a person could order the same again. */
const beginMs = 10_000

/**
 * A `fetch` for what must not be sent twice. Chromium repeats a request by itself, a POST too, if it goes over a
 * connection that was open before and that breaks before the answer begins: the upstream may have taken the order by
 * then, and would take it again. So each goes over connections of its own, from a document that is opened for it and
 * closed behind it, one after the other. Over HTTP/2 and 3 the body is streamed too, which cannot be repeated.
 * (docs/decisions/2026-11-22-one-connection-an-order.md)
 *
 * @throws {NotSentError} if nothing has left this machine.
 */
export async function sendOnce(url: string, init: RequestInit): Promise<FetchResponse> {
  const signal = init.signal ?? AbortSignal.timeout(60_000)
  const request = await isolatedRequest(url, init)
  let isItsTurn = false
  return await new Promise((resolve, reject) => {
    const withAccountLock = async (): Promise<void> => {
      isItsTurn = true
      try {
        await exchange(request, signal, resolve)
      } finally {
        await closeIsolation()
      }
    }
    navigator.locks
      .request(isolationLock, { signal }, withAccountLock)
      .catch(error => reject(isItsTurn ? error : new NotSentError('Another order was still on its way.')))
  })
}

async function isolatedRequest(url: string, init: RequestInit): Promise<IsolatedRequest> {
  // Made for the content type that goes with the body.
  const request = new Request(url, init)
  return {
    url,
    method: request.method,
    headers: [...request.headers],
    body: await request.text(),
    // If it is not known, the order has a connection to itself all the same.
    isStreamed: isMultiplexed(url),
    sendBefore: Date.now() + beginMs,
  }
}

/** Gives the answer to `onAnswer` as soon as it begins, and lasts until its body has ended. */
async function exchange(
  request: IsolatedRequest,
  signal: AbortSignal,
  onAnswer: (response: FetchResponse) => void,
): Promise<void> {
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const document = await Promise.race([openIsolation(), ended]).catch(() => {
    throw new NotSentError('The browser could not keep the connection of this order to itself.')
  })
  if (signal.aborted) throw new NotSentError('There was no time left to send it.')
  const answer = await ask(document, request, ended)
  if (answer.kind === 'not_sent') throw new NotSentError(answer.reason)
  if (answer.kind === 'failed') throw new TypeError(answer.message)
  const { type, status, body } = answer
  const headers = new Headers(answer.headers.map(([name, value]) => [name, value]))
  const passage = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>()
  onAnswer({ type, status, headers, body: body === null ? null : passage.readable })
  // Whoever reads the body learns how it ended.
  await body?.pipeTo(passage.writable, { signal }).catch(() => undefined)
}

async function ask(
  document: IsolationDocument,
  request: IsolatedRequest,
  ended: Promise<never>,
): Promise<IsolatedAnswer> {
  const { port1, port2 } = new MessageChannel()
  try {
    const answer = new Promise<IsolatedAnswer>(resolve => {
      port1.onmessage = ({ data }) => resolve(data)
    })
    document.postMessage(request, [port2])
    return await Promise.race([answer, ended])
  } finally {
    port1.close()
  }
}
