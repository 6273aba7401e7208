import { HttpStatusError, NetworkError, RefusedError, UnreadableError } from '@orderwright/client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askApart } from './ask-apart.ts'

const ids = Array.from({ length: 100 }, (_, index) => `${index}`)

/** An upstream that fails whenever it is asked about one of these ids, and counts its requests. */
function failingFor(bad: ReadonlySet<string>, error: Error) {
  const requests: (readonly string[])[] = []
  const ask = async (asked: readonly string[]): Promise<readonly string[]> => {
    requests.push(asked)
    if (asked.some(id => bad.has(id))) throw error
    return asked.map(id => `of ${id}`)
  }
  return { ask, requests }
}

describe('an id that makes every request about it fail', () => {
  test.each([
    ['as the client refuses it', new TypeError('one id each')],
    ['as the answer is no JSON', new UnreadableError('no JSON')],
    ['as the upstream breaks', new HttpStatusError('500', { httpStatus: 500 })],
  ])('%s is left out, and the others are answered', async (_, error) => {
    const { ask, requests } = failingFor(new Set(['37']), error)
    const { answers, failed } = await askApart(ids, ask)
    expect(failed).toStrictEqual(['37'])
    expect(answers).toStrictEqual(ids.map(id => (id === '37' ? undefined : `of ${id}`)))
    expect(requests.length).toBeLessThan(20)
  })

  test('is found, however many the client refuses', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), async (good, odd) => {
        const bad = new Set(odd)
        const all = [...new Set([...good, ...odd])]
        const { ask } = failingFor(bad, new TypeError('one id each'))
        const { answers, failed } = await askApart(all, ask)
        expect(failed).toStrictEqual(all.filter(id => bad.has(id)))
        expect(answers).toStrictEqual(all.map(id => (bad.has(id) ? undefined : `of ${id}`)))
      }),
    )
  })
})

describe('what fails for the whole account', () => {
  test.each([
    ['a network', new NetworkError('offline'), 1],
    ['a refusal', new RefusedError([{ id: undefined, text: 'Invalid API key' }]), 1],
    ['an outage', new HttpStatusError('503', { httpStatus: 503 }), 1],
    ['a wish to be left alone', new UnreadableError('busy', { retryAfterMs: 1000 }), 1],
    ['an answer that is never JSON', new UnreadableError('no JSON'), 3],
  ])('%s is thrown at once', async (_, error, requests) => {
    const upstream = failingFor(new Set(ids), error)
    await expect(askApart(ids, upstream.ask)).rejects.toBe(error)
    expect(upstream.requests).toHaveLength(requests)
  })

  test('is thrown of the only id as well', async () => {
    const error = new UnreadableError('no JSON')
    const { ask, requests } = failingFor(new Set(['1']), error)
    await expect(askApart(['1'], ask)).rejects.toBe(error)
    expect(requests).toHaveLength(1)
  })

  test('is what fails for too many', async () => {
    const error = new UnreadableError('no JSON')
    const { ask, requests } = failingFor(new Set(ids.slice(1)), error)
    await expect(askApart(ids, ask)).rejects.toBe(error)
    expect(requests.length).toBeLessThan(20)
  })
})
