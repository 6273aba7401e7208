import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

test('of many calls while it reads, one more read comes of all of them', async () => {
  let reads = 0
  const readAgain = coalesce(async () => {
    reads += 1
  })
  for (let call = 0; call < 5; call += 1) readAgain()
  await expect.poll(() => reads).toBe(2)
})
