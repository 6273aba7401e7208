import { describe, expect, test } from 'vitest'
import { panelStatus, placedEntry } from '../../test/order-entry.ts'
import { settlementOf } from './settlement.ts'

const partial = { state: 'partial', isFinal: true } as const

describe('what an order cost in the end', () => {
  test.each([
    ['in progress', panelStatus(), '4', undefined],
    ['completed', panelStatus({ state: 'completed', remains: 0 }), '4', undefined],
    [
      'partial: charge × remains ÷ quantity',
      panelStatus({ ...partial, charge: '3.372', remains: 157 }),
      '4',
      '0.628',
    ],
    ['partial with nothing delivered', panelStatus({ ...partial, charge: '0', remains: 1000 }), '4', '4'],
    ['partial with nothing left out', panelStatus({ ...partial, remains: 0 }), '4', undefined],
    [
      'partial, what remains untold: by how much the charge fell',
      panelStatus({ ...partial, charge: '3' }),
      '4',
      '1',
    ],
    ['canceled: everything', panelStatus({ state: 'canceled', charge: '0', remains: 1000 }), '4', '4'],
    ['refunded: by how much the charge fell', panelStatus({ state: 'refunded', charge: '1.5' }), '4', '2.5'],
    [
      'refunded, the refund told: the charge is the whole',
      panelStatus({ state: 'refunded', refund: '1' }),
      '4',
      '1',
    ],
  ])('%s', (_, status, charge, refund) => {
    expect(settlementOf(placedEntry(status))).toStrictEqual({ charge, refund, currency: 'EUR' })
  })

  test('nothing is said before the upstream has told a charge', () => {
    expect(settlementOf(placedEntry())).toBeUndefined()
    expect(settlementOf(placedEntry(panelStatus({ charge: undefined })))).toBeUndefined()
  })

  test('the charge that was last told counts before the quote', () => {
    const status = panelStatus({ ...partial, charge: '2.5', remains: 500 })
    expect(settlementOf({ ...placedEntry(status), wholeCharge: '5' })).toMatchObject({
      charge: '5',
      refund: '2.5',
    })
  })

  test('is kept to the last digit, and divided once', () => {
    const confirmed = { total: '0.08011655652', delivers: '7' }
    const entry = placedEntry(panelStatus({ ...partial, charge: '0.01', remains: 3 }), { confirmed })
    // 0.24034966956 ÷ 7 = 0.03433566708, worked out by hand.
    expect(settlementOf(entry)?.refund).toBe('0.03433566708')
  })

  test('a package that ends partially gives back by how much its charge fell', () => {
    const status = panelStatus({ ...partial, charge: '3', remains: 1 })
    expect(settlementOf(placedEntry(status, { confirmed: { delivers: null } }))?.refund).toBe('1')
  })

  test('is in the currency that the upstream names with the status', () => {
    const entry = (currency: string | undefined) => placedEntry(panelStatus({ currency }))
    expect(settlementOf(entry('TRY'))?.currency).toBe('TRY')
    expect(settlementOf(entry(undefined))?.currency).toBe('EUR')
  })
})
