import { Decimal } from '../money/decimal.ts'
import { isolate } from '../rules/isolate.ts'
import type { Issue, IssueCode } from '../rules/issue.ts'

/** The sentences of issues in one language. Each may use the label and the data of its own code. */
export interface IssueMessages {
  readonly issues: { readonly [Code in IssueCode]: (values: IssueValues<Code>) => string }
  readonly labels: { readonly unnamed: () => string }
}

type IssueValues<Code extends IssueCode> = Readonly<Record<DataOf<Extract<Issue, { code: Code }>>, string>> &
  Readonly<Record<'label', string>> &
  (Code extends 'not_a_multiple' ? Multiples : unknown)

type DataOf<Of> = Of extends unknown ? Exclude<keyof Of, 'code' | 'path'> : never

/** The first multiples of an increment, as decimal texts. */
type Multiples = Readonly<Record<'once' | 'twice' | 'thrice', string>>

type AllValues = Readonly<Record<'label' | keyof Multiples | DataOf<Issue>, string>>

/** Describes an issue in one sentence of the messages' language. The label is isolated if it could reorder the sentence. */
export function issueSentence(messages: IssueMessages, issue: Issue, label: string | undefined): string {
  // Each message takes a part of all the values, and those of its own code are there.
  const message: (values: AllValues) => string = messages.issues[issue.code]
  const name = label ?? labelOf(issue.path, messages)
  return message({ ...blank, ...multiplesOf(issue), ...issue, label: isolate(name) })
}

const blank = {
  once: '',
  twice: '',
  thrice: '',
  min: '',
  max: '',
  increment: '',
  minchar: '',
  maxchar: '',
  minlines: '',
  actual: '',
} as const satisfies Omit<AllValues, 'label'>

function multiplesOf(issue: Issue): Multiples | undefined {
  if (issue.code !== 'not_a_multiple') return undefined
  const once = new Decimal(issue.increment).abs()
  return { once: once.toFixed(), twice: once.times(2).toFixed(), thrice: once.times(3).toFixed() }
}

function labelOf(path: string, { labels }: IssueMessages): string {
  const words = path.replace(/[_-]+/g, ' ').trim()
  return words === '' ? labels.unnamed() : words.charAt(0).toUpperCase() + words.slice(1)
}
