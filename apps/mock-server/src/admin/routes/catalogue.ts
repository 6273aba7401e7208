import { describeProblem, type UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { upstreamSchema } from '../../schema/leaf-schemas.ts'
import type { MockControl } from '../handle/mock-control.ts'
import { type AdminRoute, adminRoute, anyText } from './route.ts'

/** What the parser made of a catalogue. */
export interface CatalogueSummary {
  readonly services: number
  readonly problems: readonly CatalogueDefect[]
}

interface CatalogueDefect {
  readonly code: string
  readonly path: string
  readonly isFatal: boolean
  readonly serviceId?: string | undefined
  readonly sentence: string
}

export const catalogueSchema: v.GenericSchema<CatalogueSummary> = v.strictObject({
  services: v.pipe(v.number(), v.integer(), v.description('How many can be ordered.')),
  problems: v.pipe(
    v.array(
      v.strictObject({
        code: v.string(),
        path: v.pipe(v.string(), v.description('Where in the row; blank for all of it.')),
        isFatal: v.pipe(v.boolean(), v.description('Whether it costs the row.')),
        serviceId: v.optional(v.string()),
        sentence: v.string(),
      }),
    ),
    v.readonly(),
  ),
})

function summaryOf({ catalogue }: MockControl, upstream: UpstreamKind): CatalogueSummary {
  const problems = catalogue.problems(upstream).map(problem => {
    const { code, path, isFatal, serviceId } = problem
    return { code, path, isFatal, serviceId, sentence: describeProblem(problem) }
  })
  return { services: catalogue.services(upstream).length, problems }
}

const byUpstream = v.strictObject({ upstream: upstreamSchema })

export const catalogueRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/catalogue/{upstream}', {
    operationId: 'getCatalogue',
    summary: 'Say how many services a catalogue has, and what is wrong with it',
    params: byUpstream,
    answer: catalogueSchema,
    run: ({ control, params: { upstream } }) => summaryOf(control, upstream),
  }),
  adminRoute('PUT', '/catalogue/{upstream}', {
    operationId: 'replaceCatalogue',
    summary: 'Replace a catalogue by a services answer of the real API, as it was saved',
    params: byUpstream,
    body: anyText,
    answer: catalogueSchema,
    run({ control, params: { upstream }, body }) {
      control.catalogue.replace(upstream, body)
      return summaryOf(control, upstream)
    },
  }),
]
