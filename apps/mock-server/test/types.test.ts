import { expect, expectTypeOf, it } from 'vitest'
import { createMockServer, type FaultPlan, type MockServerOptions, type OwnAnswer } from '../src/index.ts'

type Advance = Parameters<Awaited<ReturnType<typeof createMockServer>>['control']['clock']['advance']>[0]
type Words = NonNullable<MockServerOptions['behaviour']>

it('durations, behaviours, actions and names are checked as one types', () => {
  expectTypeOf<'90s' | '1.5h' | '1h30m' | '1d2h3m' | 250>().toExtend<Advance>()
  expectTypeOf<'soon'>().not.toExtend<Advance>()
  expectTypeOf<'5min'>().not.toExtend<Advance>()
  expectTypeOf<'immediate' | 'partial at 40 %' | 'polls: 3, canceled' | 'error 5 at 10 %'>().toExtend<Words>()
  expectTypeOf<'cancelled'>().not.toExtend<Words>()
  expectTypeOf<{ fault: 'reset'; action: 'add' }>().toExtend<FaultPlan>()
  expectTypeOf<{ fault: 'reset'; action: 'ad' }>().not.toExtend<FaultPlan>()
  expectTypeOf<{ fault: 'rest' }>().not.toExtend<FaultPlan>()
  expectTypeOf<{ quantity: { atLeast: 5 } }>().toExtend<OwnAnswer>()
  expectTypeOf<{ quantity: { atLeast: true } }>().not.toExtend<OwnAnswer>()
})

it.each<[string, string, RegExp]>([
  ['advance', '"5 minutes"', /^advance: the duration must be .* was given 5 minutes: did you mean '5m'\?$/],
  ['advance', '"2hrs"', /: did you mean '2h'\?$/],
  ['advance', '"soon"', /was given soon$/],
  ['behaviour', '{"behaviour":"cancelled"}', /was given 'cancelled': did you mean 'canceled'\?$/],
  ['behaviour', '{"behaviour":"partal at 40 %"}', /: did you mean 'partial at 40 %'\?$/],
  ['behaviour', '{"behaviour":"frobnicate"}', /was given 'frobnicate'$/],
  ['fault', '{"fault":"no-anwser"}', /^There is no fault 'no-anwser': did you mean 'no-answer'\?$/],
  ['fault', '{"fault":"frobnicate"}', /^There is no fault 'frobnicate'; there are reset, /],
  ['fault', '{"fault":"reset","fields":{"runs":{"atleast":2}}}', /'atleast': did you mean 'atLeast'\?$/],
])('who has no types is told the nearest of %s %s', async (kind, json, sentence) => {
  await using server = await createMockServer({ clock: { isHeld: true } })
  const { clock, behaviours, faults } = server.control
  const given = JSON.parse(json)
  expect(() => {
    if (kind === 'advance') clock.advance(given)
    else if (kind === 'behaviour') behaviours.add(given)
    else faults.add(given)
  }).toThrow(sentence)
})

it('a field that a query misspells is told among those that were sent', async () => {
  await using server = await createMockServer()
  await fetch(`${server.url}/api/v2?quantity=5`, { method: 'POST' })
  expect(() => server.control.requestLog.verify({ fields: { quantitiy: '5' } }, 1)).toThrow(
    /Number 1 has no fields\.quantitiy: did you mean fields\.quantity\?/,
  )
})
