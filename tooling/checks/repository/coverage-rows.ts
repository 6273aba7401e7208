/** A row of `docs/coverage.md`: one field of one action, and where it lives. */
export interface CoverageRow {
  /** The heading of the API. */
  readonly api: string
  readonly action: string
  readonly direction: string
  readonly field: string
  readonly client: string
  readonly mock: string
  readonly extension: string
}

const rowForm = /^\| ([→←]) `([^`]+)` *\| (.+?) *\| (.+?) *\| (.+?) *\|$/

/** The rows of all tables, in order, each under the headings that it stands under. */
export function coverageRows(markdown: string): readonly CoverageRow[] {
  const rows: CoverageRow[] = []
  let api = ''
  let action = ''
  for (const line of markdown.split('\n')) {
    const heading = /^(##+) (.+)$/.exec(line)
    if (heading?.[1] === '##') api = heading[2] ?? ''
    if (heading?.[1] === '###') action = heading[2] ?? ''
    const [, direction, field, client, mock, extension] = rowForm.exec(line) ?? []
    if (direction === undefined || field === undefined) continue
    rows.push({
      api,
      action,
      direction,
      field,
      client: client ?? '',
      mock: mock ?? '',
      extension: extension ?? '',
    })
  }
  return rows
}
