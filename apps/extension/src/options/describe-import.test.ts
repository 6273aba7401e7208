import { expect, test } from 'vitest'
import type { ImportPreview } from '../data/import-preview.ts'
import { describeImport } from './describe-import.ts'

const nothing: ImportPreview = {
  exportedAt: '2026-11-22T12:00:00.000Z',
  newAccounts: [],
  keptAccounts: [],
  newOrders: 0,
  updatedOrders: 0,
  keptOrders: 0,
  newDrafts: 0,
  limitedAccounts: [],
  duplicateMinutes: undefined,
}

test.each<[Partial<ImportPreview>, boolean, readonly string[]]>([
  [{}, false, ['Nothing in it is new.']],
  [{ newAccounts: ['A'] }, false, ['Account A would be added. Enter its key again.']],
  [{ newAccounts: ['A', 'B'] }, true, ['Accounts A and B added. Enter their keys again.']],
  [{ keptAccounts: ['A'] }, false, ['Account A stays as here.']],
  [{ keptAccounts: ['A', 'B'] }, false, ['Accounts A and B stay as here.']],
  [
    { newOrders: 1, updatedOrders: 2, keptOrders: 1200, newDrafts: 1 },
    false,
    [
      '1 order would be added.',
      '2 orders would be known better than now.',
      '1,200 orders here already.',
      '1 draft would be added.',
    ],
  ],
  [{ updatedOrders: 1 }, true, ['1 order known better than before.']],
  [
    { limitedAccounts: ['A', 'B'], duplicateMinutes: { before: 1440, after: 0 } },
    false,
    [
      'Limits of A and B would be added; the stricter hold.',
      'You would be asked before the same order: never instead of within 1 day.',
    ],
  ],
  [
    { duplicateMinutes: { before: 60, after: 1440 } },
    true,
    ['You are asked before the same order: within 1 day instead of within 1 hour.'],
  ],
])('%j, done: %j', (change, isDone, lines) =>
  expect(describeImport({ ...nothing, ...change }, isDone)).toStrictEqual(lines),
)
