import { expect, test } from 'vitest'
import { describeFailure } from './errors.ts'

test.each([
  [
    new DOMException('The requested version (3) is less than the existing version (9).', 'VersionError'),
    'newer',
  ],
  [new DOMException('', 'QuotaExceededError'), 'room'],
  [new Error('Resource::kQuotaBytes quota exceeded'), 'room'],
  [new TypeError('x is not a function'), 'went wrong'],
  ['what', 'went wrong'],
])('%s is told in a sentence that says what to do', (error, word) => {
  expect(describeFailure(error)).toContain(word)
})
