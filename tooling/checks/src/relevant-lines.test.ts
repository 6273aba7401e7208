import { expect, test } from 'vitest'
import { relevantLines } from './relevant-lines.ts'

const output = `
   • turbo 2.11.11
   • Remote caching disabled

@orderwright/core:test: cache miss, executing 484ad56669522302
$ vitest run
\u001B[1m RUN \u001B[22m v5.1.1 /repository/packages/core

 \u001B[32m✓\u001B[39m src/one.test.ts (33 tests) 138ms
   \u001B[32m✓\u001B[39m a price that is right
   \u001B[31m×\u001B[39m a price that is wrong
- Expected
+ Received
   Duration  2.47s
`

test('what went well, and what was begun, is left out; colours too', () => {
  expect(relevantLines(output)).toBe('   × a price that is wrong\n- Expected\n+ Received')
})
