import type {
  BrokenOption,
  DuplicateName,
  Excess,
  InvertedPrice,
  OddProblem,
  ParsingProblemCode,
  PriceCliff,
  Problem,
} from '../catalogue/problems.ts'
import { isolate } from '../rules/isolate.ts'
import type { Rule } from '../rules/param.ts'
import { type IssueMessages, issueSentence } from './describe-issue.ts'

/** The sentences of problems in one language, with what is said of a problem's place and of its value. */
export interface ProblemMessages extends IssueMessages {
  readonly problems: { readonly [Code in ParsingProblemCode]: () => string }
  readonly oddities: {
    readonly tier_inverted_price: (values: InvertedPrice) => string
    readonly price_cliff: (values: PriceCliff) => string
    readonly unreachable_tier: () => string
    readonly contradicting_rules: (values: { readonly rules: string }) => string
    readonly option_breaks_rules: (values: { readonly value: string; readonly issues: string }) => string
    readonly suspicious_number: (values: { readonly value: string }) => string
    readonly duplicate_name: (values: DuplicateName) => string
  }
  readonly places: {
    readonly service: (values: { readonly service: string }) => string
    readonly row: (values: { readonly path: string }) => string
    readonly field: (values: { readonly service: string; readonly path: string }) => string
  }
  readonly values: {
    readonly given: (values: { readonly value: string }) => string
    readonly excess: (values: { readonly found: string; readonly limit: string }) => string
    readonly nothing: () => string
    readonly list: () => string
    readonly object: () => string
  }
}

/** Describes a problem in one sentence of the messages' language. What is foreign is isolated if it could reorder the sentence. */
export function problemSentence(messages: ProblemMessages, problem: Problem): string {
  const place = placeOf(problem, messages)
  if (isOdd(problem, messages)) return place + oddSentence(messages, problem)
  const given = messages.values.given({ value: shown(problem.value, messages) })
  return `${place}${messages.problems[problem.code]()} ${given}`
}

function isOdd(problem: Problem, { oddities }: ProblemMessages): problem is OddProblem {
  return Object.hasOwn(oddities, problem.code)
}

function oddSentence(messages: ProblemMessages, problem: OddProblem): string {
  const { oddities } = messages
  switch (problem.code) {
    case 'tier_inverted_price':
      return oddities.tier_inverted_price(problem.value)
    case 'price_cliff':
      return oddities.price_cliff(problem.value)
    case 'unreachable_tier':
      return oddities.unreachable_tier()
    case 'contradicting_rules':
      return oddities.contradicting_rules({ rules: printRules(problem.value) })
    case 'option_breaks_rules':
      return oddities.option_breaks_rules(brokenOption(problem.value, messages))
    case 'suspicious_number':
      return oddities.suspicious_number({ value: shown(problem.value, messages) })
    case 'duplicate_name': {
      const { name, earlierId } = problem.value
      return oddities.duplicate_name({ name: shown(name, messages), earlierId: isolate(earlierId) })
    }
  }
}

function brokenOption({ value, issues }: BrokenOption, messages: ProblemMessages) {
  const sentences = issues.map(issue => issueSentence(messages, issue, undefined))
  return { value: shown(value, messages), issues: sentences.join(' ') }
}

function printRules(rules: readonly Rule[]): string {
  return rules.map(rule => (rule.name === 'required' ? rule.name : `${rule.name}:${rule.n}`)).join('|')
}

function placeOf({ serviceId, path }: Problem, { places }: ProblemMessages): string {
  if (serviceId === undefined) return path === '' ? '' : places.row({ path })
  const service = isolate(serviceId)
  return path === '' ? places.service({ service }) : places.field({ service, path })
}

function shown(value: unknown, messages: ProblemMessages): string {
  return isolate(preview(value, messages))
}

function preview(value: unknown, { values }: ProblemMessages): string {
  if (value === undefined) return values.nothing()
  if (isExcess(value)) return values.excess({ found: String(value.found), limit: String(value.limit) })
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? values.list() : values.object()
  return String(value)
}

function isExcess(value: unknown): value is Excess {
  return typeof value === 'object' && value !== null && 'limit' in value && 'found' in value
}
