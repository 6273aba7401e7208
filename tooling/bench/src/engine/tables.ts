import type { Result } from './compare.ts'
import type { Reading } from './reading.ts'

/** Prints what was compared as a table in Markdown. */
export function comparisonTable(title: string, results: readonly Result[]): string {
  const rows = results.map(({ name, nanoseconds, ratio, wrong, aim, reason }) => [
    name,
    nanoseconds.toFixed(0),
    ratio.toFixed(ratio < 10 ? 2 : 0),
    String(wrong),
    aim === undefined ? '' : `${aim}: ${met(ratio >= aim, reason)}`,
  ])
  const head = ['', 'ns', 'times as fast', 'wrong answers', 'aim']
  return `## ${title}\n\n${table(head, rows)}`
}

export function readingTable(title: string, found: readonly Reading[]): string {
  const rows = found.map(({ name, value, aim, isMet, reason }) => [
    name,
    value,
    isMet === undefined ? aim : `${aim}: ${met(isMet, reason)}`,
  ])
  return `## ${title}\n\n${table(['', 'measured', 'aim'], rows)}`
}

function met(isMet: boolean, reason: string | undefined): string {
  if (isMet) return 'met'
  return reason === undefined ? 'not met' : `not met (${reason})`
}

/** Pads the cells as the formatter of the repository does. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map(row => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
