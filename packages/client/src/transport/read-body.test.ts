import { describe, expect, test } from 'vitest'
import { readBody } from './read-body.ts'

describe('readBody', () => {
  test('puts characters together that come in two parts', async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"a":"😀"}')
    const parts = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    expect(await readBody(new Response(parts), 100)).toBe('{"a":"😀"}')
  })

  test.each([
    ['application/json; charset=windows-1251', [0xcd, 0xe5, 0xf2], 'Нет'],
    ['application/json;charset="ISO-8859-9"', [0xfe, 0xdd], 'şİ'],
    ["text/html; Charset='latin1'; x=y", [0xe9], 'é'],
    ['application/json; charset=utf-8', [0xc5, 0x9f], 'ş'],
    ['application/json; charset=klingon', [0xc5, 0x9f], 'ş'],
    ['application/json; charset=', [0xc5, 0x9f], 'ş'],
    ['application/json', [0xc5, 0x9f], 'ş'],
    ['application/json; charset=windows-1251', [0xef, 0xbb, 0xbf, 0xc5, 0x9f], 'ş'],
    ['application/json', [0xfe, 0xff, 0x04, 0x1d], 'Н'],
    ['application/json', [0xff, 0xfe, 0x1d, 0x04], 'Н'],
  ])('with %s decodes %j as %j', async (type, bytes, text) => {
    const response = new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } })
    expect(await readBody(response, 100)).toBe(text)
  })

  test('gives nothing for an answer without a body', async () => {
    expect(await readBody(new Response(null), 100)).toBe('')
  })

  test.each([
    [9, '123456789'],
    [10, '1234567890'],
    [11, undefined],
  ])('of %i bytes, with a limit of 10, gives %j', async (length, text) => {
    expect(await readBody(new Response('12345678901'.slice(0, length)), 10)).toBe(text)
  })

  test('stops reading an answer without an end', async () => {
    let isCancelled = false
    const endless = new ReadableStream({
      pull: controller => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        isCancelled = true
      },
    })
    expect(await readBody(new Response(endless), 10_000)).toBeUndefined()
    expect(isCancelled).toBe(true)
  })
})
