import { adminRoutes } from '../src/admin/routes/all-routes.ts'
import { type AdminRoute, anyText, nothing } from '../src/admin/routes/route.ts'
import { matchEntries } from '../src/matching/request-match.ts'
import { queryEntries } from '../src/request-log/query.ts'

/** A row of the documents' table: the route, what it takes, what it answers, and what it does. */
export type RouteRow = readonly [route: string, takes: string, answers: string, does: string]

/** What the table of routes has to say, by the routes themselves. */
export function routeRows(nameOf: (schema: unknown) => string | undefined): readonly RouteRow[] {
  return adminRoutes.map(route => [
    `\`${route.method} ${route.path}\``,
    [takenInQuery(route), takenInBody(route)].filter(text => text !== '').join('; '),
    answered(route, nameOf),
    route.summary,
  ])
}

function takenInQuery({ params, path }: AdminRoute): string {
  const names = namesOf(params).filter(name => !path.includes(`{${name}}`))
  return names.length === 0 ? '' : `query: ${listed(names)}`
}

function takenInBody({ body }: AdminRoute): string {
  if (body === nothing) return ''
  return body === anyText ? 'a services answer' : listed(namesOf(body))
}

/** A match and a query have a document of their own. */
function listed(names: readonly string[]): string {
  for (const [known, entries] of [
    ['a query', queryEntries],
    ['a match', matchEntries],
  ] as const) {
    const parts = Object.keys(entries)
    if (!parts.every(part => names.includes(part))) continue
    return [known, ...names.filter(name => !parts.includes(name)).map(coded)].join(', ')
  }
  return names.map(coded).join(', ')
}

function coded(name: string): string {
  return `\`${name}\``
}

function answered({ answer }: AdminRoute, nameOf: (schema: unknown) => string | undefined): string {
  if (answer === nothing) return '204'
  const { type, pipe, item } = Object(answer)
  const list = type === 'array' ? (item ?? Object(pipe?.[0]).item) : undefined
  const name = nameOf(list ?? answer)
  if (name === undefined) return namesOf(answer).map(coded).join(', ')
  return list === undefined ? name : `a list of ${name}`
}

function namesOf(schema: unknown): readonly string[] {
  return Object.keys(Object(Object(schema).entries))
}
