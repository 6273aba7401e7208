import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import {
  type DescribedSchema,
  described,
  idSchema,
  nameSchema,
  type TextSchema,
  upstreamSchema,
} from '../schema/leaf-schemas.ts'
import { type AnyBehaviourText, type Behaviour, printBehaviour, readBehaviour } from './behaviour.ts'

export const behaviourSchema: TextSchema = v.pipe(
  nameSchema,
  v.description(
    'A progress mode (`timed`, `immediate`, `polls: 3`), a final state (`completed`, `partial at 40 %`, `canceled`, `error 5`, `refunded`, `stuck`), or both with a comma between.',
  ),
  v.examples(['timed', 'partial at 40 %', 'polls: 3, canceled']),
)

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

/** A schema for each field of a rule, so that none is forgotten. */
type RuleEntries = {
  readonly [Name in keyof BehaviourRule]-?: undefined extends BehaviourRule[Name]
    ? DescribedSchema<NonNullable<BehaviourRule[Name]>>
    : v.GenericSchema<BehaviourRule[Name]>
}

const entries: RuleEntries = {
  behaviour: behaviourSchema,
  upstream: v.optional(upstreamSchema),
  service: described(idSchema, "The service's id."),
  account: described(nameSchema, "The account's name."),
  nth: described(count, 'The first of the matching orders that has it. Default: 1.'),
  times: described(count, 'How many orders have it. Default: without end; 1 where `nth` is given.'),
}

/** How orders to come go. Whatever is left out matches every order; the newest rule that matches counts. */
export const behaviourRuleSchema: v.GenericSchema<BehaviourRule> = v.strictObject(entries)

/** Which orders to come have a behaviour of their own. Whatever is left out matches every order. */
export interface BehaviourRule {
  /** Such as `partial at 40 %`, `immediate` or `polls: 3, canceled`. */
  readonly behaviour: AnyBehaviourText
  readonly upstream?: UpstreamKind | undefined
  /** The service's id. */
  readonly service?: string | number | undefined
  /** The account's name. */
  readonly account?: string | undefined
  /** The first of the matching orders that has it, counted from when the rule is added. Default: 1. */
  readonly nth?: number | undefined
  /** How many orders have it. Default: without end; 1 where `nth` is given. */
  readonly times?: number | undefined
}

/** A rule with what it has counted so far. */
export interface KeptBehaviourRule {
  readonly rule: BehaviourRule
  readonly met: number
  /** Absent: without end. */
  readonly remaining?: number | undefined
}

export interface BehaviourRules {
  /**
   * The newest rule that matches counts.
   * @throws RangeError for a text that is no behaviour, or a count that is no whole number above 0
   */
  add(rule: BehaviourRule): void
  /** The rules that still have orders to come, oldest first. */
  list(): readonly BehaviourRule[]
  /** Drops every rule: orders have the server's usual behaviour again. */
  clear(): void
  /** The rules that still have orders to come, with what they have counted. */
  kept(): readonly KeptBehaviourRule[]
  /** Goes on with the rules that another server left. */
  restore(rules: readonly KeptBehaviourRule[]): void
  /** The behaviour of an order that is being taken, used up by asking. */
  behaviourFor(order: OrderFacts): Behaviour
}

/** @throws RangeError for a usual behaviour that is none */
export function createBehaviourRules(usual: string, onChange: () => void): BehaviourRules {
  const usualBehaviour = readBehaviour(usual)
  let active: readonly ActiveRule[] = []
  return {
    add(rule) {
      active = [...active.filter(isActive), activate(rule)]
      onChange()
    },
    list: () => active.filter(isActive).map(({ rule }) => rule),
    clear() {
      active = []
      onChange()
    },
    kept: () =>
      active.filter(isActive).map(({ rule, met, remaining }) => ({
        rule,
        met,
        ...(Number.isFinite(remaining) && { remaining }),
      })),
    restore(rules) {
      active = rules.map(({ rule, met, remaining = Number.POSITIVE_INFINITY }) => ({
        ...activate(rule),
        met,
        remaining,
      }))
    },
    behaviourFor(order) {
      if (active.length === 0) return usualBehaviour
      const matching = active.filter(({ rule }) => matches(rule, order))
      for (const candidate of matching) candidate.met += 1
      if (matching.length > 0) onChange()
      const counting = matching.findLast(
        candidate => candidate.met >= (candidate.rule.nth ?? 1) && isActive(candidate),
      )
      if (counting === undefined) return usualBehaviour
      counting.remaining -= 1
      return counting.behaviour
    },
  }
}

/** What rules match an order by. */
interface OrderFacts {
  readonly upstream: UpstreamKind
  readonly service: string
  readonly account: string
}

interface ActiveRule {
  readonly rule: BehaviourRule
  readonly behaviour: Behaviour
  met: number
  remaining: number
}

/** @throws RangeError for what no rule can be, naming what was given */
export function checkRule(rule: BehaviourRule): void {
  activate(rule)
}

function activate(rule: BehaviourRule): ActiveRule {
  for (const name of ['nth', 'times'] as const) {
    const count = rule[name]
    if (count !== undefined && (!Number.isSafeInteger(count) || count < 1)) {
      throw new RangeError(`${name} must be a whole number above 0, was given ${String(count)}`)
    }
  }
  const behaviour = readBehaviour(rule.behaviour)
  const usualTimes = rule.nth === undefined ? Number.POSITIVE_INFINITY : 1
  return {
    rule: { ...rule, behaviour: printBehaviour(behaviour) },
    behaviour,
    met: 0,
    remaining: rule.times ?? usualTimes,
  }
}

function isActive({ remaining }: ActiveRule): boolean {
  return remaining > 0
}

function matches(rule: BehaviourRule, order: OrderFacts): boolean {
  return (
    (rule.upstream === undefined || rule.upstream === order.upstream) &&
    (rule.service === undefined || String(rule.service) === order.service) &&
    (rule.account === undefined || rule.account === order.account)
  )
}
