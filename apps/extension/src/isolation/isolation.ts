/**
 * The script of the document in which one request is sent over connections of its own. Chromium keeps the connections
 * of a frame without credentials (`credentialless`) apart by a value that it makes anew for each document: nothing was
 * connected there before, so there is no connection for which it would repeat a request.
 * (docs/decisions/2026-11-22-one-connection-an-order.md)
 */
import { framePath, type IsolatedAnswer, type IsolatedRequest } from './isolated-request.ts'

// Only this extension's own worker can post here.
navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }) => {
  const request: IsolatedRequest = data
  void answer(request).then(answered => {
    const body = answered.kind === 'answered' ? answered.body : null
    port?.postMessage(answered, body === null ? [] : [body])
  })
})
navigator.serviceWorker.startMessages()

async function answer(request: IsolatedRequest): Promise<IsolatedAnswer> {
  const frame = await openFrame()
  // Checked, because all depends on it.
  if (frame === undefined || Reflect.get(frame, 'credentialless') !== true) {
    return notSent('The browser could not keep the connection of this order to itself.')
  }
  if (Date.now() > request.sendBefore) return notSent('It took too long to begin.')
  return await send(frame, request)
}

async function openFrame(): Promise<Window | undefined> {
  const element = document.createElement('iframe')
  element.setAttribute('credentialless', '')
  element.src = chrome.runtime.getURL(framePath)
  const loaded = new Promise(resolve => {
    element.addEventListener('load', resolve, { once: true })
  })
  document.body.append(element)
  await loaded
  // The empty document that a frame begins with has the connections of the document around it.
  return element.contentWindow?.location.pathname === `/${framePath}` ? element.contentWindow : undefined
}

async function send(frame: Window, request: IsolatedRequest): Promise<IsolatedAnswer> {
  const { url, method, headers, body, isStreamed } = request
  const stream = streamOf(body)
  try {
    const response = await frame.fetch(url, {
      method,
      headers: headers.map(([name, value]) => [name, value]),
      ...(isStreamed ? { body: stream.body, duplex: 'half' } : { body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    return {
      kind: 'answered',
      type: response.type,
      status: response.status,
      headers: [...response.headers],
      body: response.body,
    }
  } catch (error) {
    // A browser asks for the body once it is connected by a protocol that takes streams, and not before.
    return isStreamed && !stream.isAskedFor()
      ? notSent('No connection could be made that takes the order.')
      : { kind: 'failed', message: error instanceof Error ? error.message : '' }
  }
}

interface Stream {
  readonly body: ReadableStream<Uint8Array>
  isAskedFor(): boolean
}

function streamOf(text: string): Stream {
  let isAskedFor = false
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull: controller => {
      isAskedFor = true
      controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  }
  // Nothing is taken in stock, so that being asked for something means that the browser wants it.
  return { body: new ReadableStream(source, { highWaterMark: 0 }), isAskedFor: () => isAskedFor }
}

function notSent(reason: string): IsolatedAnswer {
  return { kind: 'not_sent', reason }
}
