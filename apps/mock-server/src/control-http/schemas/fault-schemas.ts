import * as v from 'valibot'
import { panelActions } from '../../apis/panel/action-schemas.ts'
import { qqtubeActions } from '../../apis/qqtube/action-schemas.ts'
import type { FaultPlan } from '../../faults/plan.ts'
import { type AnyFaultName, allFaults } from '../../faults/registry.ts'
import {
  type DescribedSchema,
  described,
  givenDurationSchema,
  nameSchema,
  upstreamSchema,
} from '../../schema/leaf-schemas.ts'

const isFaultName = (name: string): name is AnyFaultName => Object.hasOwn(allFaults, name)

/** Every name that a plan can have. */
export const faultNames: readonly AnyFaultName[] = Object.keys(allFaults).filter(isFaultName)

const actionsOf = { qqtube: qqtubeActions, panel: panelActions } as const

/** Of both APIs. */
const actionNames: readonly string[] = [
  ...new Set([...Object.keys(qqtubeActions), ...Object.keys(panelActions)]),
]

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

const entries: PlanEntries = {
  fault: v.pipe(v.picklist(faultNames), v.description('One of the names that `listFaultKinds` gives.')),
  when: described(
    v.picklist(['before', 'after']),
    'Whether it strikes before the request is carried out, or `after`. Default: `after`; for a quota and `error-429` `before`.',
  ),
  upstream: v.optional(upstreamSchema),
  action: described(v.picklist(actionNames), 'Such as `add`.'),
  account: described(nameSchema, "The account's name."),
  nth: described(count, 'The first of the matching requests that it strikes. Default: 1.'),
  probability: described(
    v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    "How likely it strikes each of them, drawn from the server's seed. Default: 1.",
  ),
  times: described(
    count,
    'How many requests it strikes. Default: 1; without end for a quota and where `probability` or `lasts` is given.',
  ),
  lasts: described(
    givenDurationSchema,
    "For how long from when it is added, by the server's clock. Default: until it has struck as often as it should.",
  ),
  delay: described(givenDurationSchema, 'Of latencies and `slow-body`. Default: 1 s.'),
  jitter: described(givenDurationSchema, 'Of `latency-jitter`: up to how much more. Default: the delay.'),
  sigma: described(v.pipe(v.number(), v.gtValue(0)), 'Of `latency-lognormal`. Default: 0.5.'),
  retryAfter: described(givenDurationSchema, 'Of `error-429`. Default: 30 s.'),
  limit: described(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'Of `quota`: how many requests of an account are let through in a window. Default: 10.',
  ),
  window: described(givenDurationSchema, 'Of `quota`. Default: 1 minute.'),
}

/** A schema for each field of a plan, so that none is forgotten. */
type PlanEntries = {
  readonly [Name in keyof FaultPlan]-?: undefined extends FaultPlan[Name]
    ? DescribedSchema<NonNullable<FaultPlan[Name]>>
    : v.GenericSchema<FaultPlan[Name]>
}

/** A failure to come. Whatever is left out matches every request. */
export const faultPlanSchema: v.GenericSchema<FaultPlan> = v.pipe(
  v.strictObject(entries),
  v.check(
    ({ upstream, action }) =>
      upstream === undefined || action === undefined || Object.hasOwn(actionsOf[upstream], action),
    'must name an action of its upstream',
  ),
)

export interface ActiveFault {
  readonly id: string
  readonly plan: FaultPlan
  readonly remaining?: number | undefined
}

export const activeFaultSchema: v.GenericSchema<ActiveFault> = v.strictObject({
  id: nameSchema,
  plan: faultPlanSchema,
  remaining: v.optional(
    v.pipe(v.number(), v.integer(), v.description('How many requests it will still strike; absent: no end.')),
  ),
})

export interface FaultKind {
  readonly name: string
  readonly does: string
  readonly takes: readonly string[]
  readonly usually: 'before' | 'after'
}

export const faultKindSchema: v.GenericSchema<FaultKind> = v.strictObject({
  name: v.picklist(faultNames),
  does: v.pipe(v.string(), v.description('What the server does, in one line.')),
  takes: v.pipe(
    v.array(v.string()),
    v.readonly(),
    v.description('The settings of a plan that mean something here.'),
  ),
  usually: v.pipe(v.picklist(['before', 'after']), v.description('When it strikes unless a plan says so.')),
})
