import { expect, test } from 'vitest'
import { createNarrator } from './narrate.ts'

test('acts are numbered, and what they give is passed on', async () => {
  const lines: string[] = []
  const narrate = createNarrator(line => lines.push(line))
  expect(await narrate('price', async () => ({ words: '$4.92', value: '4.92' }))).toBe('4.92')
  expect(await narrate('order', async () => ({ words: 'number 123456', value: undefined }))).toBeUndefined()
  expect(lines).toEqual([' 1. price              $4.92', ' 2. order              number 123456'])
})

test('an act that fails is named, with its number and its reason', async () => {
  const narrate = createNarrator(() => undefined)
  await narrate('price', async () => ({ words: '', value: undefined }))
  await expect(narrate('order', () => Promise.reject(new Error('no answer')))).rejects.toThrow(
    'The demo failed at step 2, order: no answer',
  )
})
