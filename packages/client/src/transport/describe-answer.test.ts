import { expect, test } from 'vitest'
import { describeAnswer } from './describe-answer.ts'

test.each([
  [200, '', 'The upstream answered with nothing.'],
  [503, '', 'The upstream answered HTTP 503.'],
  [200, 'oops', "The upstream's answer could not be read. It began: “oops”"],
  [500, 'oops', 'The upstream answered HTTP 500: “oops”'],
  [
    403,
    '<html><head><title>Access denied</title>',
    'The upstream answered with a web page, “Access denied”, instead of JSON (HTTP 403).',
  ],
  [200, '<!doctype html><body>', 'The upstream answered with a web page instead of JSON.'],
])('HTTP %i with %j', (httpStatus, text, sentence) => {
  expect(describeAnswer(httpStatus, text)).toBe(sentence)
})
