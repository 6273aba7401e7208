import type { OrderState } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { panelStatus, placedState, recordIn, unknownState } from '../../test/order-entry.ts'
import { statusText } from './status-text.ts'
import { messages as texts } from './texts/en.generated.ts'

const words = (state: OrderState): string => {
  const { badge, title, sentence } = statusText(recordIn(state), 'Mine')
  return `[${badge}] ${title}. ${sentence}`
}

test.each<[string, OrderState, readonly string[]]>([
  [
    'refused: the upstream’s words and what they mean, nothing charged, correct and resend',
    { name: 'rejected', messages: [{ id: '32', text: 'Not enough funds on balance' }], httpStatus: 200 },
    [
      '[Refused]',
      'Mine says: “Not enough funds on balance”',
      texts.meanings.not_enough_funds(),
      'Nothing was charged',
    ],
  ],
  [
    'refused without words',
    { name: 'rejected', messages: [], httpStatus: 200 },
    ['Mine gave no reason.', 'Nothing was charged'],
  ],
  [
    'not sent: interrupted',
    { name: 'not_sent', reason: { code: 'interrupted' } },
    ['[Not sent]', 'afe to reorder'],
  ],
  [
    'unknown: it may have been placed, and where to look',
    unknownState,
    ['[Unknown]', 'Mine confirmed', 'Look for it at Mine', 'don’t reorder yet'],
  ],
  ['not placed', { name: 'not_placed', by: 'person' }, ['[Not placed]', 'afe to reorder']],
  ['submitting', { name: 'submitting' }, ['[Sending]', 'don’t reorder yet']],
  ['placed', placedState(), ['[Placed]', 'Order 7 is placed']],
  [
    'under way',
    placedState(panelStatus()),
    ['[In progress]', 'Order 7 is placed', 'Order 7 is being delivered'],
  ],
  [
    'ended in part: amounts in the words of the screens',
    placedState(panelStatus({ state: 'partial', isFinal: true, charge: '3', remains: 250 })),
    ['[Partly delivered]', '€1.00'],
  ],
  [
    'in a state that is not listed: in the upstream’s own word',
    placedState(panelStatus({ state: 'unknown', rawStatus: 'On hold' })),
    ['[On hold]', '“On hold”'],
  ],
])('%s', (_, state, parts) => {
  for (const part of parts) expect(words(state)).toContain(part)
})
