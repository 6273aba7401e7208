import * as v from 'valibot'
import { expect, test, vi } from 'vitest'
import { type Message, request } from './request.ts'

const row: Message<'sample', { readonly name: string }, number> = {
  type: 'sample',
  schema: v.object({ type: v.literal('sample'), name: v.string() }),
  pages: [],
}

test('a request sends its type and data, and resolves with what the worker answers', async () => {
  const send = vi
    .spyOn(chrome.runtime, 'sendMessage')
    .mockImplementation(async () => ({ ok: true, value: 3 }))
  expect(await request(row, { name: 'one' })).toStrictEqual({ ok: true, value: 3 })
  expect(send).toHaveBeenCalledWith({ type: 'sample', name: 'one' })
})

test('a worker that ends before it answers is a failure that says what to do', async () => {
  vi.spyOn(chrome.runtime, 'sendMessage').mockRejectedValue(new Error('The message port closed.'))
  expect(await request(row, { name: 'one' }, 'Refresh.')).toStrictEqual({ ok: false, sentence: 'Refresh.' })
  expect((await request(row, { name: 'one' })).ok).toBe(false)
})
