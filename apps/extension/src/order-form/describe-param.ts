import { type CountingRule, countLines, isolate, type Param } from '@orderwright/core'
import { formatCount } from '../format/money.ts'
import { ownValue } from '../platform/own-value.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Describes what a param's rules ask for in a few words, or returns a blank: `1 to 60, in steps of 5`. */
export function describeRules(param: Param): string {
  if (param.options.length > 0) return ''
  return [range(param), increment(param), lengths(param)].filter(words => words !== '').join(', ')
}

/** Returns a live count for a text of lines: `12 comments` if the lines are priced, else `3 of at least 10 lines`. */
export function describeLines(param: Param, value: string, isPriced: boolean): string {
  const count = countLines(value)
  if (isPriced) return countOf(count, param.label)
  const least = numberOf(param, 'minlines')
  return least === undefined
    ? texts.lines.count(counted(`${count}`))
    : texts.lines.ofLeast({ given: formatCount(`${count}`), ...counted(least) })
}

/** Returns whether the param must be given: by its own rules, or because one was given that requires it. */
export function isRequired(
  param: Param,
  others: readonly Param[],
  values: Readonly<Record<string, string>>,
): boolean {
  return (
    param.rules.some(rule => rule.name === 'required') ||
    others.some(
      ({ name, requires }) => requires === param.name && (ownValue(values, name) ?? '').trim() !== '',
    )
  )
}

/** Labels name many of what a line holds: `Comments` makes `12 comments` and `1 comment`. */
function countOf(count: number, label: string): string {
  const noun = label.toLowerCase()
  const shown = formatCount(`${count}`)
  return texts.lines.priced({ shown, label: isolate(count === 1 ? noun.replace(/s$/, '') : noun) })
}

function range(param: Param): string {
  const min = numberOf(param, 'min')
  const max = numberOf(param, 'max')
  if (min !== undefined && max !== undefined)
    return texts.rules.between({ min: formatCount(min), max: formatCount(max) })
  if (min !== undefined) return texts.rules.least({ min: formatCount(min) })
  return max === undefined ? '' : texts.rules.most({ max: formatCount(max) })
}

function increment(param: Param): string {
  const step = numberOf(param, 'increment')
  return step === undefined || step === '1' ? '' : texts.rules.steps({ increment: formatCount(step) })
}

function lengths(param: Param): string {
  const min = numberOf(param, 'minchar')
  const max = numberOf(param, 'maxchar')
  if (min !== undefined && max !== undefined)
    return texts.rules.characters({ min: formatCount(min), shown: formatCount(max) })
  if (min !== undefined) return texts.rules.fewestCharacters(counted(min))
  return max === undefined ? '' : texts.rules.mostCharacters(counted(max))
}

function numberOf({ rules }: Param, name: CountingRule): string | undefined {
  const rule = rules.find(candidate => candidate.name === name)
  return rule !== undefined && 'n' in rule ? rule.n : undefined
}

function counted(count: string): { readonly count: string; readonly shown: string } {
  return { count, shown: formatCount(count) }
}
