import fc from 'fast-check'
import type { Fate } from './model-upstream.ts'
import type { Action, Story } from './story.ts'

export const fates: readonly Fate[] = [
  'accepted',
  'taken_unheard',
  'taken_late',
  'taken_and_thrown',
  'rejected',
  'rejected_unheard',
  'lost',
  'not_sent',
  'thrown',
  'busy',
]

const mode = fc.oneof(
  { weight: 30, arbitrary: fc.constant('well' as const) },
  { weight: 1, arbitrary: fc.constantFrom('fails_before' as const, 'fails_after' as const) },
)

const rarely = [
  'crash',
  'recover',
  'look_up',
  'resolve_all',
  'poll',
  'answer',
  'retry',
  'statuses',
  'wait',
  'reuse',
] as const
const kind = fc.oneof(
  { weight: 40, arbitrary: fc.constant('step' as const) },
  { weight: 5, arbitrary: fc.constant('click' as const) },
  { weight: 3, arbitrary: fc.constantFrom('accept' as const, 'send' as const) },
  { weight: 9, arbitrary: fc.constantFrom(...rarely) },
)

const action: fc.Arbitrary<Action> = fc.record({ kind, choice: fc.nat(4095), mode })

/** Stories of every kind of upstream, long enough for several orders and deaths in each. */
export const anyStory: fc.Arbitrary<Story> = fc.record({
  traits: fc.record({
    canListOrders: fc.boolean(),
    shows: fc.constantFrom('id' as const, 'link' as const, 'blank' as const),
    offsetMs: fc.constantFrom(0, -8 * 3_600_000, 5.5 * 3_600_000),
    latestMs: fc.constantFrom(20_000, 290_000),
    mostRead: fc.constantFrom(1000, 1, 3),
    strangers: fc.nat(2),
  }),
  fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 12 }),
  actions: fc.array(action, { minLength: 20, maxLength: 160, size: 'max' }),
})
