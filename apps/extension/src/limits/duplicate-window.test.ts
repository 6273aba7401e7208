import { duplicateWindow } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { duplicateChoices, windowWords } from './duplicate-window.ts'

test('is a day until something else is chosen', () => {
  expect(windowWords(duplicateWindow({ accounts: {} }))).toBe('1 day')
  expect(duplicateWindow({ accounts: {}, duplicateMinutes: 0 })).toBe(0)
})

test('its choices read as people say them', () => {
  expect(duplicateChoices.map(windowWords)).toStrictEqual([
    '10 minutes',
    '1 hour',
    '1 day',
    '7 days',
    '30 days',
    'never',
  ])
})
