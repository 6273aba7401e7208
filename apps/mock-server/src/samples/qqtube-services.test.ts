import { describeProblem, parseServices, type Service } from '@orderwright/core'
import { describe, expect, it } from 'vitest'
import { qqtubeServices } from './qqtube-services.ts'

const { services, problems } = parseServices('qqtube', JSON.stringify(qqtubeServices))

function find(id: string): Service | undefined {
  return services.find(service => service.id === id)
}

describe('the sample catalogue of QQTube', () => {
  it('has at least 40 services, each with an id and a name of its own', () => {
    expect(services.length).toBeGreaterThanOrEqual(40)
    expect(services).toHaveLength(qqtubeServices.length)
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length)
    expect(new Set(services.map(({ name }) => name)).size).toBe(services.length)
  })

  it('has no defect but the gap that it is meant to have', () => {
    expect(problems.map(({ code, serviceId }) => [code, serviceId])).toEqual([['tier_gap', '9']])
    expect(problems.map(describeProblem)).toEqual([expect.stringMatching(/^Service 9, prices\[1\]/)])
  })

  it.each<[string, (service: Service) => boolean]>([
    ['three price tiers, each cheaper than the one before', ({ tiers }) => tiers.length === 3],
    ['a tier without an upper end', ({ tiers }) => tiers.some(({ maximum }) => maximum === undefined)],
    [
      'prices per 1, 10, 100 and other amounts',
      ({ tiers }) => tiers.some(({ pricingPer }) => pricingPer === '3'),
    ],
    ['an increment of 1', ({ increment }) => increment === '1'],
    ['an increment of 1000', ({ increment }) => increment === '1000'],
    ['a minimum of 1', ({ minimum }) => minimum === '1'],
    ['drip', ({ drip }) => drip !== undefined],
    [
      'a country to choose',
      ({ flags, params }) => flags.geo && params.some(({ name }) => name === 'geo-countries'),
    ],
    [
      'retention options that multiply the price',
      ({ flags, params }) =>
        flags.retention &&
        params.some(({ modifier, options }) => modifier?.type === 'multiply' && options.length > 0),
    ],
    [
      'minutes that multiply the price',
      ({ params }) =>
        params.some(({ name, modifier }) => name === 'minutes' && modifier?.type === 'multiply'),
    ],
    [
      'comments by the line that add to the price',
      ({ params }) => params.some(({ format, modifier }) => format === 'lines' && modifier?.type === 'add'),
    ],
    [
      'an option that is no choice',
      ({ params }) => params.some(({ options }) => options.some(({ isErrorSelection }) => isErrorSelection)),
    ],
    [
      'an optional param',
      ({ params }) => params.some(({ rules }) => rules.every(({ name }) => name !== 'required')),
    ],
    ['an example that is a channel', ({ example }) => example.includes('/channel/')],
    ['an example that is a video', ({ example }) => example.includes('/watch?v=')],
    ['an example that is a playlist', ({ example }) => example.includes('/playlist?')],
  ])('has a service with %s', (_, has) => {
    expect(services.some(has)).toBe(true)
  })

  it('uses every rule of the document', () => {
    const used = new Set(
      services.flatMap(({ params }) => params.flatMap(({ rules }) => rules.map(({ name }) => name))),
    )
    expect([...used].sort()).toEqual([
      'increment',
      'max',
      'maxchar',
      'min',
      'minchar',
      'minlines',
      'required',
    ])
  })

  it('uses every field of the document, with more than one value each', () => {
    const values = new Map<string, Set<string>>()
    const collect = (path: string, value: unknown): void => {
      if (typeof value === 'string') values.set(path, (values.get(path) ?? new Set()).add(value))
      else for (const [name, field] of Object.entries(Object(value))) collect(`${path}.${name}`, field)
    }
    for (const row of qqtubeServices) {
      const { prices, params, ...rest } = row
      collect('row', rest)
      for (const price of prices) collect('price', price)
      for (const { options, ...param } of params) {
        collect('param', param)
        for (const option of options) collect('option', option)
      }
    }
    expect([...values].filter(([, given]) => given.size < 2)).toEqual([])
    expect([...values.keys()].sort()).toEqual(
      [
        ...['id_service', 'public_name', 'amount_minimum', 'amount_increment', 'is_geo', 'is_retention'].map(
          field => `row.${field}`,
        ),
        ...['is_drip', 'drip_cost', 'example', 'type_name'].map(field => `row.${field}`),
        ...['minimum', 'maximum', 'pricing_per', 'price'].map(field => `price.${field}`),
        ...['field_label', 'field_descr', 'field_placeholder', 'field_name', 'field_validators'].map(
          field => `param.${field}`,
        ),
        ...['is_price_modifier', 'modify_type', 'modify_every', 'modify_by'].map(field => `param.${field}`),
        ...['name', 'value', 'error_selection'].map(field => `option.${field}`),
      ].sort(),
    )
  })

  it('has the services that the document treats apart', () => {
    expect(find('46')?.params.find(({ name }) => name === 'share_type')?.options).toHaveLength(14)
    expect(find('54')?.category).toBe('Views')
    expect(find('55')?.category).toBe('Views')
  })
})
