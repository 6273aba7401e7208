import { parseServices, type Service } from '@orderwright/core'
import { describe, expect, test } from 'vitest'
import { searchIndex, searchServices } from './search-services.ts'

function services(
  rows: readonly (readonly [id: string, name: string, category: string])[],
): readonly Service[] {
  return parseServices(
    'qqtube',
    rows.map(([id, name, category]) => ({
      id_service: id,
      public_name: name,
      type_name: category,
      prices: [{ minimum: '1', maximum: '10', pricing_per: '1', price: '1' }],
      params: [],
    })),
  ).services
}

const index = searchIndex(
  services([
    ['12', 'Steady views', 'Views'],
    ['3', 'Views 12 months', 'Views'],
    ['40', 'Café comments', 'Comments'],
    ['41', 'Likes', 'Likes'],
  ]),
)

const found = (query: string, limit = 50): readonly string[] =>
  searchServices(index, query, limit).services.map(service => service.id)

describe('searching services', () => {
  test.each([
    ['', ['12', '3', '40', '41']],
    ['views', ['12', '3']],
    ['VIEWS steady', ['12']],
    ['cafe', ['40']],
    ['comments café', ['40']],
    ['#41', ['41']],
    ['12', ['12', '3']],
    ['3', ['3']],
    ['nothing like it', []],
  ])('%j finds %j', (query, ids) => expect(found(query)).toStrictEqual(ids))

  test('the service with that very id comes first', () => {
    const other = searchIndex(
      services([
        ['112', 'A', 'X'],
        ['12', 'B', 'X'],
      ]),
    )
    expect(searchServices(other, '12', 50).services.map(service => service.id)).toStrictEqual(['12', '112'])
  })

  test('gives no more than the limit, and says how many there are', () => {
    const { services: shown, count } = searchServices(index, '', 2)
    expect([shown.length, count]).toStrictEqual([2, 4])
  })

  test('one of 10,000 is found', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [`${n}`, `Service number ${n}`, 'Views'] as const)
    expect(searchServices(searchIndex(services(rows)), 'number 9998', 50).count).toBe(1)
  })
})
