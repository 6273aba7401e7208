import { RefusedError } from '@orderwright/client'
import { expect, test } from 'vitest'
import { orderRecord, trackedRecord, unknownRecord } from '../../test/order-record.ts'
import { describeError } from '../accounts/upstream/describe-error.background.ts'
import { describeImport } from '../backup/describe-import.ts'
import { describeCheckoutIssue } from '../checkout/issue.ts'
import { describeEarlier } from '../checkout/ui/earlier-orders.tsx'
import { formatMoney } from '../format/money.ts'
import { describeLimit } from '../limits/describe-limit.ts'
import { badgeWords } from '../notifications/badge.background.ts'
import { describeNotification, notificationsOf } from '../notifications/notification.ts'
import { chooseTarget } from '../order-form/target-choice.ts'
import { describeActions } from './actions/describe-actions.ts'
import { describeRejection } from './describe-rejection.ts'
import { statusText } from './status-text.ts'

/** Each turns the words around it over, unless it is isolated. */
const [account, service, said] = ['חשבון', 'שירות', 'סירוב']
const messages = [{ id: undefined, text: said }]
const rejected = orderRecord({ name: 'rejected', messages, httpStatus: 400 })
const stuck = trackedRecord({ state: 'error', rawStatus: said })
const limit = { code: 'over_order_cap', total: '5', cap: '4' } as const

const sentences: readonly (readonly [what: string, sentence: string])[] = [
  ['a refused order', statusText(rejected, account).sentence],
  ['an unknown order', statusText(unknownRecord({}, { canListOrders: false }), account).sentence],
  ['an order with a problem', statusText(stuck, account).sentence],
  ['a refusal', describeRejection(account, messages)],
  ['a refusal without a reason', describeRejection(account, [])],
  [
    'a cancel that was left out',
    describeActions(
      {
        record: trackedRecord(),
        actions: {
          cancel: { at: '2026-11-22T12:00:00.000Z', outcome: { kind: 'missing', orderId: '7' } },
        },
      },
      account,
    )[0]?.sentence ?? '',
  ],
  [
    'a cancel that gave nothing back',
    describeActions(
      {
        record: trackedRecord({ state: 'canceled', charge: '4', isFinal: true }),
        actions: {
          cancel: { at: '2026-11-22T12:00:00.000Z', outcome: { kind: 'accepted', orderId: '7' } },
        },
      },
      account,
    )[0]?.sentence ?? '',
  ],
  ['an earlier order', describeEarlier(stuck, account, Date.now())],
  ['a limit', describeLimit(limit, account, 'USD')],
  ['currencies', describeLimit({ code: 'other_currency', set: said, now: service }, account, '')],
  [
    'a service that changed',
    describeCheckoutIssue({ code: 'service_changed', confirmed: service, now: said }, account, ''),
  ],
  [
    'a price that changed',
    describeCheckoutIssue({ code: 'price_changed', confirmed: '1', total: '2' }, account, said),
  ],
  ['an amount', `${formatMoney('5', said)} more`],
  ['the icon’s title', badgeWords(2, [account, said]).title],
  [
    'an upstream’s error',
    describeError(new RefusedError(messages), { name: account, kind: 'panel', baseUrl: 'https://a.example' }),
  ],
  ['a link to paste', chooseTarget({ example: `https://a.example/${said}` }, undefined, '').issue ?? ''],
  [
    'an import',
    describeImport(
      {
        changes: [
          { kind: 'active_account', accountId: 'a' },
          {
            kind: 'account',
            account: {
              id: 'b',
              kind: 'panel',
              name: said,
              baseUrl: `https://a.example/${said}`,
              keyTail: '',
            },
          },
        ],
        orders: {
          added: [{ state: said, count: 1 }],
          updated: [{ before: said, state: said, count: 1 }],
          kept: 1,
          doubtful: 1,
          claimed: [said],
        },
        keptAccounts: [account, said],
        refusedAccounts: [account],
        accountNames: [['a', account]],
        digest: '',
      },
      false,
    ).join(' '),
  ],
  ...(['rejected', 'error', 'unknown'] as const).map(topic => {
    const record = { ...(topic === 'error' ? stuck : topic === 'unknown' ? unknownRecord() : rejected) }
    const named = { ...record, confirmed: { ...record.confirmed, serviceName: service } }
    const [waiting] = notificationsOf({ record: named, effects: [{ kind: 'notify', topic }] })
    const shown = waiting && describeNotification(waiting, named, account)
    return [`a notification: ${topic}`, `${shown?.title} ${shown?.message}`] as const
  }),
]

test.each(sentences)('texts of others stay by themselves in %s', (_, sentence) => {
  expect(sentence).not.toBe('')
  expect(sentence.replace(/\u2068[^\u2066-\u2069]*\u2069/g, '')).not.toMatch(/[\u0590-\u05ff]/)
})
