import type { FoundOrder, UpstreamStatus } from '@orderwright/client'
import { finalAmounts, spentThrough } from '@orderwright/outbox'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { panelStatus, placedEntry } from '../../test/order-entry.ts'
import { formatCount, formatMoney } from '../format/money.ts'
import { describeNotification, notificationsOf } from '../notifications/notification.ts'
import { changeNames } from '../notifications/unseen-changes.ts'
import { describeActions } from './actions/describe-actions.ts'
import { messages as texts } from './actions/texts/en.generated.ts'
import { describeCharge } from './describe-charge.ts'
import type { OrderEntry } from './history/order-entry.ts'
import { chargeWords, orderProgress } from './order-summary.ts'
import { statusText } from './status-text.ts'

const states: readonly UpstreamStatus[] = [
  'in_progress',
  'completed',
  'partial',
  'canceled',
  'refunded',
  'stopped',
]
const cents = fc.nat(2000).map(count => `${Math.floor(count / 100)}.${`${count % 100}`.padStart(2, '0')}`)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const anyStatus: fc.Arbitrary<FoundOrder> = fc
  .record({
    state: fc.constantFrom(...states),
    charge: optional(cents),
    refund: optional(cents),
    remains: optional(fc.nat(3000)),
    isFinal: fc.boolean(),
  })
  .map(panelStatus)

/** Of several runs, so that what is delivered is never the quantity. */
const anyEntry: fc.Arbitrary<OrderEntry> = fc
  .record({ status: anyStatus, runs: fc.integer({ min: 2, max: 20 }), wholeCharge: optional(cents) })
  .map(({ status, runs, wholeCharge }) =>
    placedEntry(status, {
      confirmed: { total: '12', quantity: '100', delivers: `${100 * runs}` },
      ...(wholeCharge === undefined ? {} : { wholeCharge }),
    }),
  )

/** What came back, as screens write it; `undefined` where nothing did. */
function backOf({ record }: OrderEntry): string | undefined {
  const { givenBack, currency = '' } = finalAmounts(record)
  return givenBack.isZero() ? undefined : formatMoney(givenBack.toFixed(), currency)
}

describe('of one order the same is told', () => {
  test('of what was refunded, by sentence, notification and badge', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const { record } = entry
        const { sentence } = statusText(record, 'Mine')
        expect(/ (\S+) was refunded/.exec(sentence)?.[1]).toBe(backOf(entry))
        const effects = [{ kind: 'notify', topic: 'partial' }] as const
        const [waiting] = notificationsOf({ record, effects })
        const shown = waiting && describeNotification(waiting, record, 'Mine')
        expect(shown?.message).toContain(sentence)
        const { givenBack } = finalAmounts(record)
        const refunds = changeNames(record).filter(name => name.startsWith('refund '))
        expect(refunds).toStrictEqual(givenBack.isZero() ? [] : [`refund ${givenBack.toFixed()}`])
      }),
    )
  })

  test('of what was refunded, by a cancel that is done', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const at = '2026-11-22T12:00:00.000Z'
        const actions = { cancel: { at, outcome: { kind: 'accepted', orderId: '7' } } } as const
        const [cancel] = describeActions({ ...entry, actions }, 'Mine')
        fc.pre(cancel?.badge === 'Cancel done')
        const { charge, givenBack } = finalAmounts(entry.record)
        const part = charge !== undefined && givenBack.eq(charge) ? 'Everything' : backOf(entry)
        expect(cancel?.sentence).toContain(
          givenBack.isZero() ? texts.cancel.refunded.unknown({ provider: 'Mine' }) : part,
        )
      }),
    )
  })

  test('of what was delivered, by card and sentence', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const { pieces } = finalAmounts(entry.record)
        const counts = pieces && [pieces.delivered, pieces.ordered].map(count => formatCount(count.toFixed()))
        expect(orderProgress(entry)?.text).toBe(counted(counts))
        const { sentence } = statusText(entry.record, 'Mine')
        const left = /with (\d+) of (\d+) not delivered/.exec(sentence)
        const told = left?.slice(1) ?? [pieces?.remains.toFixed(), pieces?.ordered.toFixed()]
        expect(told).toStrictEqual([pieces?.remains.toFixed(), pieces?.ordered.toFixed()])
      }),
    )
  })

  test('of what was charged and spent, by card, notice of a difference and limits', () => {
    fc.assert(
      fc.property(anyEntry, entry => {
        const { record } = entry
        const { charge, spent } = finalAmounts(record)
        const context = { records: [record], currency: 'EUR', dayStart: record.createdAt }
        expect(spentThrough(['a'], context).inAll).toBe(spent.toFixed())
        expect(chargeWords(entry) === '').toBe(charge === undefined)
        if (charge === undefined) expect(describeCharge(record)).toBeUndefined()
      }),
    )
  })
})

function counted(counts: readonly string[] | undefined): string | undefined {
  return counts?.join(' of ')
}
