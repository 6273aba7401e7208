import { expect, test } from 'vitest'
import { describeFailure } from './errors.ts'
import { messages as texts } from './texts/en.generated.ts'

test.each([
  [
    new DOMException('The requested version (3) is less than the existing version (9).', 'VersionError'),
    texts.newerData(),
  ],
  [new DOMException('', 'QuotaExceededError'), texts.storageFull()],
  [new Error('Resource::kQuotaBytes quota exceeded'), texts.storageFull()],
  [new TypeError('x is not a function'), texts.failure()],
  ['what', texts.failure()],
])('%s is told in a sentence that says what to do', (error, sentence) => {
  expect(describeFailure(error)).toBe(sentence)
})
