import { NotSentError } from '@orderwright/client'
import { expect, test, vi } from 'vitest'
import { fakeIsolation } from '../../../test/fake-isolation.ts'
import type { IsolatedAnswer, IsolatedRequest } from '../../isolation/isolated-request.ts'
import { isolationLock } from '../../isolation/isolation-document.background.ts'
import { sendOnce } from './send-once.background.ts'

const origin = 'chrome-extension://abcdefghijklmnop'
const url = 'https://upstream.example/api'

/** The document's answers, in turn; gives what it was asked. */
function answering(...answers: readonly IsolatedAnswer[]): readonly IsolatedRequest[] {
  const asked: IsolatedRequest[] = []
  const left = [...answers]
  vi.stubGlobal('chrome', {
    ...chrome,
    offscreen: fakeIsolation(origin, async request => {
      asked.push(request)
      return left.shift() ?? { kind: 'failed', message: 'Nothing more was expected.' }
    }),
  })
  return asked
}

function answered(text: string, status = 200): IsolatedAnswer {
  const { body } = new Response(text)
  return { kind: 'answered', type: 'basic', status, headers: [['retry-after', '7']], body }
}

const order = { method: 'POST', body: new URLSearchParams({ a: '1 2' }) }

test('the document is asked for the request as it was, and for no stream before a protocol is known', async () => {
  const asked = answering(answered('{}'))
  const { body } = await sendOnce(url, order)
  await body?.cancel()
  expect(asked).toStrictEqual([
    {
      url,
      method: 'POST',
      headers: [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']],
      body: 'a=1+2',
      isStreamed: false,
      sendBefore: expect.any(Number),
    },
  ])
})

test('the answer comes as it was, and its document is closed behind it', async () => {
  answering(answered('{"order":1}', 503))
  const { status, type, headers, body } = await sendOnce(url, order)
  expect([status, type, headers.get('retry-after')]).toStrictEqual([503, 'basic', '7'])
  expect(await new Response(body).text()).toBe('{"order":1}')
  await free()
  await expect(chrome.offscreen.closeDocument()).rejects.toThrow('No current')
})

test('a body that is left unread closes its document too', async () => {
  answering(answered('{"order":1}'))
  const { body } = await sendOnce(url, order)
  await body?.cancel()
  await free()
  await expect(chrome.offscreen.closeDocument()).rejects.toThrow('No current')
})

test('two orders at once go one after the other, each in a document of its own', async () => {
  const asked = answering(answered('one'), answered('two'))
  const texts = await Promise.all(
    [1, 2].map(async () => await new Response((await sendOnce(url, order)).body).text()),
  )
  expect([texts, asked.length]).toStrictEqual([['one', 'two'], 2])
})

test('a document that a worker left behind is closed first', async () => {
  answering(answered('{}'))
  await chrome.offscreen.createDocument({ url, reasons: [], justification: '' })
  const { status, body } = await sendOnce(url, order)
  await body?.cancel()
  expect(status).toBe(200)
})

test('what certainly was not sent says so', async () => {
  answering({ kind: 'not_sent', reason: 'There was no line.' })
  await expect(sendOnce(url, order)).rejects.toStrictEqual(new NotSentError('There was no line.'))
})

test('what failed may have arrived', async () => {
  answering({ kind: 'failed', message: 'Failed to fetch' })
  await expect(sendOnce(url, order)).rejects.toStrictEqual(new TypeError('Failed to fetch'))
})

test('a browser that opens no document has sent nothing', async () => {
  answering()
  vi.spyOn(chrome.offscreen, 'createDocument').mockRejectedValue(new Error('No room.'))
  await expect(sendOnce(url, order)).rejects.toBeInstanceOf(NotSentError)
})

test('an order that is cancelled while another one is on its way has not been sent', async () => {
  const asked = answering()
  const controller = new AbortController()
  let endOther = (): void => undefined
  const other = new Promise<void>(resolve => {
    endOther = resolve
  })
  const turn = navigator.locks.request(isolationLock, () => other)
  const sending = sendOnce(url, { ...order, signal: controller.signal })
  controller.abort()
  await expect(sending).rejects.toStrictEqual(new NotSentError('Another order was still on its way.'))
  endOther()
  await turn
  expect(asked).toStrictEqual([])
})

test('an order that is cancelled on its way may have arrived, and its document is closed', async () => {
  const controller = new AbortController()
  vi.stubGlobal('chrome', {
    ...chrome,
    offscreen: fakeIsolation(origin, () => {
      controller.abort()
      return new Promise(() => undefined)
    }),
  })
  const sending = sendOnce(url, { ...order, signal: controller.signal })
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' })
  await free()
  await expect(chrome.offscreen.closeDocument()).rejects.toThrow('No current')
})

/** Waits for what is under way to have ended. */
async function free(): Promise<void> {
  await navigator.locks.request(isolationLock, () => undefined)
}
