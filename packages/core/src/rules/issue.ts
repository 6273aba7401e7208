import { Decimal } from '../money/decimal.ts'
import { isolate } from './isolate.ts'

/**
 * What is wrong with a buyer's order, as data. `path` is `quantity`, `drip`, `target` or a param's name, and every number is a
 * decimal string in plain notation. `describeIssue` gives the English sentence.
 */
export type Issue =
  | { readonly code: 'required'; readonly path: string }
  | { readonly code: 'below_min'; readonly path: string; readonly min: string }
  | { readonly code: 'above_max'; readonly path: string; readonly max: string }
  | { readonly code: 'not_a_multiple'; readonly path: string; readonly increment: string }
  | { readonly code: 'too_short'; readonly path: string; readonly minchar: string; readonly actual: string }
  | { readonly code: 'too_long'; readonly path: string; readonly maxchar: string; readonly actual: string }
  | {
      readonly code: 'too_few_lines'
      readonly path: string
      readonly minlines: string
      readonly actual: string
    }
  | { readonly code: 'not_a_number'; readonly path: string }
  | { readonly code: 'not_an_integer'; readonly path: string }
  | { readonly code: 'not_an_option'; readonly path: string }
  | { readonly code: 'not_a_date'; readonly path: string }
  | { readonly code: 'not_a_link'; readonly path: string }
  | { readonly code: 'no_price_tier'; readonly path: string }
  | { readonly code: 'unknown_param'; readonly path: string }
  | { readonly code: 'drip_not_available'; readonly path: string }
  | { readonly code: 'negative_total'; readonly path: string }

export type IssueCode = Issue['code']

/**
 * Describes an issue in one plain English sentence with its numbers. `label` is what the screen calls the field; the default is made
 * from the path. Either is isolated if it could reorder the sentence. Code and data are enough for a translation.
 *
 * @example
 * ```ts
 * describeIssue({ code: 'below_min', path: 'quantity', min: '100' }) // 'Quantity must be at least 100.'
 * describeIssue({ code: 'required', path: 'geo_countries' }, 'Countries') // 'Countries is required.'
 * ```
 */
export function describeIssue(issue: Issue, label: string = labelOf(issue.path)): string {
  return sentence(issue, isolate(label))
}

function sentence(issue: Issue, label: string): string {
  switch (issue.code) {
    case 'below_min':
      return `${label} must be at least ${issue.min}.`
    case 'above_max':
      return `${label} must be at most ${issue.max}.`
    case 'not_a_multiple':
      return `${label} must be a multiple of ${issue.increment}${examples(issue.increment)}.`
    case 'too_short':
      return `${label} must have at least ${count(issue.minchar, 'character')}; it has ${issue.actual}.`
    case 'too_long':
      return `${label} must have at most ${count(issue.maxchar, 'character')}; it has ${issue.actual}.`
    case 'too_few_lines':
      return `${label} must have at least ${count(issue.minlines, 'line')} with text; it has ${issue.actual}.`
    default:
      return plainSentences[issue.code](label)
  }
}

type PlainCode = Exclude<
  IssueCode,
  'below_min' | 'above_max' | 'not_a_multiple' | 'too_short' | 'too_long' | 'too_few_lines'
>

const plainSentences = {
  required: label => `${label} is required.`,
  not_a_number: label => `${label} must be a number in plain digits, such as 10 or 2.5.`,
  not_an_integer: label => `${label} must be a whole number above 0, in plain digits.`,
  not_an_option: label => `${label} must be one of the listed choices.`,
  not_a_date: label => `${label} must be a real date as day/month/year, such as 31/12/2027.`,
  not_a_link: label => `${label} must be a full link that starts with https:// or http://.`,
  no_price_tier: label => `${label} falls in a gap between the price ranges of this service.`,
  unknown_param: label => `${label} is not a field of this service; leave it out.`,
  drip_not_available: () => 'This service cannot be delivered by drip; turn drip off.',
  negative_total: () => 'These values give a price below zero, so the order cannot be placed; change them.',
} as const satisfies Record<PlainCode, (label: string) => string>

function count(n: string, noun: string): string {
  return `${n} ${noun}${n === '1' ? '' : 's'}`
}

function examples(increment: string): string {
  const n = new Decimal(increment).abs()
  return n.eq(1)
    ? ', so a whole number'
    : `: ${n.toFixed()}, ${n.times(2).toFixed()}, ${n.times(3).toFixed()} and so on`
}

function labelOf(path: string): string {
  const words = path.replace(/[_-]+/g, ' ').trim()
  return words === '' ? 'The field' : words.charAt(0).toUpperCase() + words.slice(1)
}
