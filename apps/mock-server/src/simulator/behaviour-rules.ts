import * as v from 'valibot'
import {
  begunCount,
  type Counter,
  checkCounts,
  countEntries,
  createCounter,
  type KeptCount,
  type MatchCount,
} from '../matching/counter.ts'
import { type MatchTarget, matchEntries, matcherOf, type RequestMatch } from '../matching/request-match.ts'
import { type DescribedSchema, nameSchema } from '../schema/leaf-schemas.ts'
import { type Behaviour, type BehaviourText, printBehaviour, readBehaviour } from './behaviour.ts'

export const behaviourSchema: v.GenericSchema<unknown, BehaviourText> = v.pipe(
  nameSchema,
  // Whether it is one is judged where it is read, with a sentence that says more.
  v.transform(text => text as BehaviourText),
  v.description(
    'A progress mode (`timed`, `immediate`, `polls: 3`), a final state (`completed`, `partial at 40 %`, `canceled`, `error 5`, `refunded`, `stuck`), or both with a comma between.',
  ),
  v.examples(['timed', 'partial at 40 %', 'polls: 3, canceled']),
)

type OrderMatch = Omit<RequestMatch, 'method' | 'path' | 'action' | 'order'>

/**
 * Which orders to come have a behaviour of their own, by the request that places them. Whatever is left out matches every order; `times` is
 * `'always'` by default, and 1 if `nth` is given.
 */
export interface BehaviourRule extends OrderMatch, MatchCount {
  /** Such as `partial at 40 %`, `immediate` or `polls: 3, canceled`. */
  readonly behaviour: BehaviourText
}

/** A schema for each field of a rule, so that none is forgotten. */
type RuleEntries = {
  readonly [Name in keyof BehaviourRule]-?: undefined extends BehaviourRule[Name]
    ? DescribedSchema<NonNullable<BehaviourRule[Name]>>
    : v.GenericSchema<unknown, BehaviourRule[Name]>
}

const { method: _method, path: _path, action: _action, order: _order, ...orderEntries } = matchEntries

const entries: RuleEntries = {
  ...orderEntries,
  ...countEntries('`always`; 1 if `nth` is given.'),
  behaviour: behaviourSchema,
}

/** How orders to come go. Whatever is left out matches every order; the newest rule that matches counts. */
export const behaviourRuleSchema: v.GenericSchema<unknown, BehaviourRule> = v.strictObject(entries)

/** A rule with what it has counted so far. */
export interface KeptBehaviourRule extends KeptCount {
  readonly rule: BehaviourRule
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
  /** Those that were never used, with how many orders have matched. */
  unused(): readonly KeptBehaviourRule[]
  /** Goes on with the rules that another server left. */
  restore(rules: readonly KeptBehaviourRule[]): void
  /** The behaviour of an order that is being taken, used up by asking. */
  behaviourFor(order: () => MatchTarget): Behaviour
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
    kept: () => active.filter(isActive).map(({ rule, counter }) => ({ rule, ...counter.kept() })),
    unused: () =>
      active
        .filter(({ counter }) => !counter.isUsed())
        .map(({ rule, counter }) => ({ rule, ...counter.kept() })),
    restore(rules) {
      active = rules.map(({ rule, ...counted }) => activate(rule, counted))
    },
    behaviourFor(order) {
      if (active.length === 0) return usualBehaviour
      const target = order()
      const matching = active.filter(({ matches }) => matches(target))
      const due = matching.filter(({ counter }) => counter.meet())
      if (matching.length > 0) onChange()
      const newest = due.at(-1)
      newest?.counter.use()
      return newest?.behaviour ?? usualBehaviour
    },
  }
}

interface ActiveRule {
  readonly rule: BehaviourRule
  readonly behaviour: Behaviour
  readonly matches: (order: MatchTarget) => boolean
  readonly counter: Counter
}

/** @throws RangeError for what no rule can be, naming what was given */
export function checkRule(rule: BehaviourRule): void {
  activate(rule)
}

function activate(rule: BehaviourRule, counted?: KeptCount): ActiveRule {
  checkCounts(rule)
  const behaviour = readBehaviour(rule.behaviour)
  return {
    rule: { ...rule, behaviour: printBehaviour(behaviour) },
    behaviour,
    matches: matcherOf(rule),
    counter: createCounter(rule, counted ?? begunCount(rule, rule.nth === undefined ? 'always' : 1)),
  }
}

function isActive({ counter }: ActiveRule): boolean {
  return counter.remaining() > 0
}
