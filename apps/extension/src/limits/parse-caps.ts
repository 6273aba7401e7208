import { parseDecimal } from '@orderwright/core'
import { type CapName, type Caps, capNames } from '@orderwright/outbox'
import { messages as texts } from './texts/en.generated.ts'

/** What is typed for each cap; blank is no limit. */
export type CapFields = Readonly<Record<CapName, string>>

export type CapIssues = Readonly<Partial<Record<CapName, string>>>

type ParsedCaps =
  | { readonly ok: true; readonly caps: Caps; readonly issues: CapIssues }
  /** One sentence for each field that is no amount. */
  | { readonly ok: false; readonly issues: CapIssues }

/** Parses the caps that the fields hold into plain decimal strings, or returns what is wrong with each field. */
export function capsOf(fields: CapFields): ParsedCaps {
  const filled = capNames.filter(name => fields[name].trim() !== '')
  const read = filled.map(name => ({ name, amount: parseDecimal(fields[name]) }))
  const issues = Object.fromEntries(
    read
      .filter(({ amount }) => amount === undefined || amount.isNegative())
      .map(({ name }) => [name, issueOf(fields[name].trim())]),
  )
  if (Object.keys(issues).length > 0) return { ok: false, issues }
  const caps = Object.fromEntries(read.map(({ name, amount }) => [name, amount?.toFixed()]))
  return { ok: true, caps, issues }
}

function issueOf(given: string): string {
  return parseDecimal(given) === undefined ? texts.notAnAmount({ given }) : texts.negative({ given })
}
