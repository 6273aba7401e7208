import { describe, expect, test, vi } from 'vitest'
import { apiKey } from '../../test/fixtures.ts'
import { answer, type ScriptedServer, type Step, scriptedServer } from '../../test/scripted-server.ts'
import { UnreadableError } from '../errors/answer-errors.ts'
import type { ListBounds } from '../upstream/upstream.ts'
import { createQqtubeClient } from './create-qqtube-client.ts'

function page(...ids: readonly number[]): Step {
  return answer(ids.map(id => ({ id_service_submission: id, id_status: 2 })))
}

async function walk(
  server: ScriptedServer,
  bounds: ListBounds = {},
): Promise<readonly (readonly string[])[]> {
  const client = createQqtubeClient({ apiKey, baseUrl: server.url })
  const pages: (readonly string[])[] = []
  for await (const orders of client.submissionPages({ limit: 2, ...bounds }))
    pages.push(orders.map(({ orderId }) => orderId))
  return pages
}

function askedFrom({ requests }: ScriptedServer): readonly (string | null)[] {
  return requests.map(({ body }) => new URLSearchParams(body).get('id_service_submission'))
}

describe('submissionPages', () => {
  test('goes back from the last order of each page, and ends with a page that is not full', async () => {
    await using server = await scriptedServer(page(10, 9), page(8, 7), page(6))
    expect(await walk(server)).toStrictEqual([['10', '9'], ['8', '7'], ['6']])
    expect(askedFrom(server)).toStrictEqual([null, '9', '7'])
  })

  test('ends with an empty page', async () => {
    await using server = await scriptedServer(page(10, 9), page())
    expect(await walk(server)).toStrictEqual([['10', '9']])
  })

  test('gives each order once where a server counts the order to go back from in', async () => {
    await using server = await scriptedServer(page(10, 9), page(9, 8), page(8))
    expect(await walk(server)).toStrictEqual([['10', '9'], ['8']])
  })

  test('throws where a server gives the same page for ever, instead of saying that this was all', async () => {
    await using server = await scriptedServer(page(10, 9))
    await expect(walk(server)).rejects.toBeInstanceOf(UnreadableError)
    expect(server.requests).toHaveLength(2)
  })

  test('throws where pages lead back to an earlier one, with new orders in each', async () => {
    await using server = await scriptedServer(page(10, 9), page(8, 7), page(6, 9))
    await expect(walk(server)).rejects.toBeInstanceOf(UnreadableError)
    expect(server.requests).toHaveLength(3)
  })

  test('reads a list that never ends to its bound of pages', async () => {
    let next = 1_000_000
    await using server = await scriptedServer((response, request) => {
      next -= 2
      page(next + 1, next)(response, request)
    })
    await expect(walk(server, { maxPages: 5 })).rejects.toThrow('did not end within 5 pages')
    expect(server.requests).toHaveLength(5)
  })

  test('reads a list that never ends to its bound of time', async () => {
    let now = 0
    using _ = vi.spyOn(performance, 'now').mockImplementation(() => now)
    let next = 1_000_000
    await using server = await scriptedServer((response, request) => {
      now += 1000
      next -= 2
      page(next + 1, next)(response, request)
    })
    await expect(walk(server, { maxDurationMs: 2500 })).rejects.toThrow('did not end within 2.5 s')
    expect(server.requests).toHaveLength(3)
  })

  test.each([{ maxPages: 0 }, { maxPages: 100_001 }, { maxDurationMs: 0 }, { maxDurationMs: 86_400_001 }])(
    'takes no %j',
    bounds => {
      const { submissionPages, orders } = createQqtubeClient({ apiKey })
      expect(() => submissionPages(bounds)).toThrow(RangeError)
      const first = orders(bounds)[Symbol.asyncIterator]().next()
      return expect(first).rejects.toThrow(RangeError)
    },
  )

  test('asks for no further page once its reader has stopped', async () => {
    await using server = await scriptedServer(page(10, 9))
    const client = createQqtubeClient({ apiKey, baseUrl: server.url })
    for await (const _ of client.submissionPages({ limit: 2, before: '11' })) break
    expect(askedFrom(server)).toStrictEqual(['11'])
  })
})
