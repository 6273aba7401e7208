/** The values of a query by name; `fields[quantity]=1000` is a part of `fields`, as OpenAPI's `deepObject` has it. */
export function queryValues(query: URLSearchParams): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>()
  const parts = new Map<string, Map<string, string>>()
  for (const [name, text] of query) {
    const [, whole, part] = /^(\w+)\[(.+)\]$/s.exec(name) ?? []
    if (whole === undefined || part === undefined) values.set(name, text)
    else parts.set(whole, (parts.get(whole) ?? new Map()).set(part, text))
  }
  for (const [name, fields] of parts) values.set(name, Object.fromEntries(fields))
  return Object.fromEntries(values)
}
