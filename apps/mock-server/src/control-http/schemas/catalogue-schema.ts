import * as v from 'valibot'

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
