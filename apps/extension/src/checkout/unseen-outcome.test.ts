import type { OrderState } from '@orderwright/outbox'
import { expect, test } from 'vitest'
import { entryIn, madeAt, placedState, recordIn, unknownState } from '../../test/order-entry.ts'
import { orderOfDraft, unseenOutcomeOf } from './unseen-outcome.ts'

const interrupted: OrderState = { name: 'not_sent', reason: { code: 'interrupted' } }
const notReached: OrderState = { name: 'not_sent', reason: { code: 'no_connection', cause: 'offline' } }

/** Orders newest first, named by their place. */
const entries = (...states: readonly OrderState[]) =>
  states.map((state, index) => entryIn(state, { id: `${index + 1}` }))

test.each<[string, readonly OrderState[], string | undefined, string | undefined]>([
  ['nothing where nothing was ordered', [], undefined, undefined],
  ['nothing where all is known', [placedState(), notReached], undefined, undefined],
  ['what is unknown, however old', [placedState(), unknownState], undefined, '2'],
  ['what is unknown before all else', [interrupted, unknownState, placedState()], '3', '2'],
  ['what a draft has become', [placedState(), placedState()], '2', '2'],
  ['what was interrupted last', [interrupted, placedState()], undefined, '1'],
  ['nothing that was interrupted before another order', [placedState(), interrupted], undefined, undefined],
])('there is %s', (_, states, orderedId, id) =>
  expect(unseenOutcomeOf(entries(...states), orderedId)?.id).toBe(id),
)

const { order } = recordIn(placedState())

test.each<[string, OrderState, object, number, boolean]>([
  ['was placed since', placedState(), {}, madeAt, true],
  ['may have been placed since', unknownState, {}, madeAt - 1, true],
  ['is on its way', { name: 'submitting' }, {}, madeAt - 1, true],
  ['was not sent', notReached, {}, madeAt - 1, false],
  ['was placed before it was entered', placedState(), {}, madeAt + 1, false],
  ['was placed, of a draft that is dated later than now', placedState(), {}, madeAt + 3, true],
  ['was placed in another quantity', placedState(), { quantity: '2000' }, madeAt, false],
  ['was placed with another param', placedState(), { params: { country: 'DE' } }, madeAt, false],
])('a draft whose order %s is that order: %4$s', (_, state, change, enteredAt, isIt) =>
  expect(orderOfDraft([entryIn(state)], { ...order, ...change }, enteredAt, madeAt + 2) !== undefined).toBe(
    isIt,
  ),
)
