import { controlRoutes } from '../admin/routes/all-routes.ts'
import type { ControlRoute } from '../admin/routes/route.ts'

export type FoundRoute =
  | {
      readonly kind: 'found'
      readonly route: ControlRoute
      readonly params: Readonly<Record<string, string>>
    }
  /** The path is known, with other methods. */
  | { readonly kind: 'other_method'; readonly methods: readonly string[] }
  | { readonly kind: 'unknown' }

interface Candidate {
  readonly route: ControlRoute
  readonly segments: readonly string[]
}

const candidates: readonly Candidate[] = controlRoutes.map(route => ({
  route,
  segments: route.path.split('/'),
}))

/** @param path below `/__mock` */
export function findRoute(method: string, path: string): FoundRoute {
  const segments = path.split('/')
  const matching = candidates.flatMap(({ route, segments: expected }) => {
    const params = paramsOf(expected, segments)
    return params === undefined ? [] : [{ route, params }]
  })
  if (matching.length === 0) return { kind: 'unknown' }
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = matching.find(({ route }) => route.method === wanted)
  if (found !== undefined) return { kind: 'found', ...found }
  return { kind: 'other_method', methods: matching.map(({ route }) => route.method) }
}

function paramsOf(
  expected: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (expected.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, pattern] of expected.entries()) {
    const segment = segments[index] ?? ''
    const name = /^\{(\w+)\}$/.exec(pattern)?.[1]
    if (name === undefined) {
      if (pattern !== segment) return undefined
    } else {
      const text = decoded(segment)
      if (text === undefined || text === '') return undefined
      params[name] = text
    }
  }
  return params
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
