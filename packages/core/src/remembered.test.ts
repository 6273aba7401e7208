import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

function counted(): { readonly read: (text: string) => object; readonly count: () => number } {
  let count = 0
  const read = remembered(text => {
    count += 1
    return { text }
  })
  return { read, count: () => count }
}

test('a text is read once, and each text gets its own', () => {
  const { read, count } = counted()
  expect([read('1'), read('2'), read('1')]).toEqual([{ text: '1' }, { text: '2' }, { text: '1' }])
  expect(count()).toBe(2)
})

test('however many texts there are, the memory is bounded and the answers are right', () => {
  const { read, count } = counted()
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 1500; n += 1) expect(read(String(n))).toEqual({ text: String(n) })
  }
  // Each round fills it to the thousandth, and begins anew.
  expect(count()).toBe(3000)
})

test('a long text is not kept', () => {
  const { read, count } = counted()
  const [kept, long] = ['9'.repeat(40), '9'.repeat(41)]
  for (const text of [kept, kept, long, long]) read(text)
  expect(count()).toBe(3)
})
