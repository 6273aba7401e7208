import { expect, test } from 'vitest'
import { describeImport } from './describe-import.ts'
import type { ImportPreview } from './import-preview.ts'

const orders: ImportPreview['orders'] = { added: [], updated: [], kept: 0, doubtful: 0, claimed: [] }

const nothing: ImportPreview = {
  changes: [],
  orders,
  keptAccounts: [],
  refusedAccounts: [],
  accountNames: [['a', 'Main']],
  digest: '',
}

const account = {
  id: 'b',
  kind: 'panel',
  name: 'Second',
  baseUrl: 'https://panel.example/api/v2',
  keyTail: '',
} as const
const draft = { serviceId: '1', quantity: '5', drip: false, params: {}, link: '', at: '2026-11-22' }
const limits = (caps: object) => ({ currency: 'USD', caps })

test.each<[string, Partial<ImportPreview>, readonly string[]]>([
  ['nothing', {}, ['Nothing in it is new.']],
  [
    'an account, with its address',
    { changes: [{ kind: 'account', account }] },
    ['Account Second at https://panel.example/api/v2 would be added. Enter its key again.'],
  ],
  [
    'a removed account',
    { changes: [{ kind: 'removed_account', account }] },
    ['Removed account Second at https://panel.example/api/v2 would be added, for its orders.'],
  ],
  ['accounts that stay', { keptAccounts: ['A', 'B'] }, ['Accounts A and B stay as they are here.']],
  [
    'an account that cannot be used',
    { refusedAccounts: ['A'] },
    ['Account A left out: the address or the id can’t be used.'],
  ],
  [
    'orders by their states',
    {
      orders: {
        ...orders,
        added: [
          { state: 'Placed', count: 1 },
          { state: 'Unknown', count: 1200 },
        ],
        updated: [
          { before: 'Placed', state: 'Completed', count: 2 },
          { before: 'Placed', state: 'Placed', count: 1 },
        ],
        kept: 1,
      },
    },
    [
      '1 order would be added: Placed.',
      '1,200 orders would be added: Unknown.',
      '2 orders would be updated: Completed instead of Placed.',
      '1 order would be updated (now: Placed).',
      '1 order here already.',
    ],
  ],
  [
    'an order in doubt, and what the file has for it',
    { orders: { ...orders, kept: 1, doubtful: 1, claimed: ['123'] } },
    [
      '1 order here already.',
      '1 order is unclear here, and only looking it up settles that. The file has 123 for it.',
    ],
  ],
  [
    'limits, each with what it was',
    {
      changes: [
        {
          kind: 'limits',
          accountId: 'a',
          before: limits({ perDay: '5', perOrder: '2' }),
          after: limits({ perDay: '4', perOrder: '2', perAccount: '9' }),
        },
        { kind: 'limits', accountId: 'gone', before: undefined, after: limits({ perOrder: '1' }) },
      ],
    },
    [
      'Per-day limit of Main would be set: $4.00 instead of $5.00.',
      'Total limit of Main would be set: $9.00 instead of none.',
      'Per-order limit of an account that is not here (gone) would be set: $1.00 instead of none.',
    ],
  ],
  [
    'a shorter time in which duplicates are warned about',
    { changes: [{ kind: 'duplicate_window', before: 1440, after: 0 }] },
    ['Warning about duplicate orders would be changed: never instead of within 1 day.'],
  ],
  [
    'notifications, each by its name',
    {
      changes: [
        { kind: 'notification', notification: 'completed', isOn: false },
        { kind: 'notification', notification: 'doubt', isOn: false },
      ],
    },
    ['Notifications “Completed” and “Unclear” would be switched off.'],
  ],
  [
    'the rest',
    {
      changes: [
        { kind: 'seen', recordId: 't', changes: ['rejected'] },
        { kind: 'draft', key: 'draft:a:x', before: null, after: draft },
        { kind: 'draft', key: 'draft:a:y', before: draft, after: draft },
        { kind: 'active_account', accountId: 'a' },
        {
          kind: 'balance',
          accountId: 'a',
          before: undefined,
          after: { amount: '5', currency: 'USD', at: '2026-11-22' },
        },
      ],
    },
    [
      'Last known balance of Main would be changed: $5.00 instead of none.',
      'Main would be chosen in the popup.',
      '1 draft would be added.',
      '1 draft would be replaced by a later one.',
      '1 order would be marked as seen.',
    ],
  ],
])('%s', (_, change, lines) => {
  const preview = { ...nothing, ...change }
  expect(describeImport(preview, false)).toStrictEqual(lines)
  expect(describeImport(preview, true)).toStrictEqual(lines.map(line => line.replace(' would be ', ' ')))
})
