import { describeProblem, type Problem } from '@orderwright/core'

/** More are read at the address that is told. */
const mostShown = 5

/** What a person reads who gave a catalogue with rows that cannot be ordered; `undefined` where all of them can. */
export function catalogueText(
  { services, problems }: { readonly services: number; readonly problems: readonly Problem[] },
  address: string,
): string | undefined {
  const fatal = problems.filter(({ isFatal }) => isFatal)
  if (fatal.length === 0) return undefined
  const rest = fatal.length > mostShown ? [`… and ${fatal.length - mostShown} more`] : []
  return [
    `Not every row of the catalogue can be ordered: ${services} can. All of its problems are at ${address}; those that cost a row:`,
    ...[...fatal.slice(0, mostShown).map(describeProblem), ...rest].map(line => `  ${line}`),
  ].join('\n')
}
