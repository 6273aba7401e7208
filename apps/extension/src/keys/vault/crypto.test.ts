import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from './crypto.ts'

test('bytes come back as they were, also more of them than a call takes arguments', () => {
  for (const length of [0, 1, 2, 3, 300_000]) {
    const bytes = Uint8Array.from({ length }, (_, index) => index % 256)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  }
})
