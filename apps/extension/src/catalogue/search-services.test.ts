import { parseServices, type Service } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchServices } from './search-services.ts'
import { serviceNames } from './service-name.ts'

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

function anyService(): Service {
  const [service] = services([['1', 'Any', 'X']])
  if (service === undefined) throw new Error('The row is no service.')
  return service
}

const index = serviceNames(
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

  test.each([
    ['Łódź views', 'lodz'],
    ['Lodz views', 'łódź'],
    ['Følgere', 'folgere'],
    ['Straße', 'strasse'],
    ['STRASSE', 'straße'],
    ['Beğeni ısı', 'begeni isi'],
    ['İzlenme', 'izlenme'],
    ['Đăng ký', 'dang ky'],
    ['Ægir', 'aegir'],
    ['Cœur', 'coeur'],
    ['Þór', 'thor'],
    ['Guðrún', 'gudrun'],
    ['Ħamrun', 'hamrun'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['ﬁne ｖｉｅｗｓ ①', 'fine views 1'],
    ['Vi\u200be\u00adws', 'views'],
    ['Views', '\u2068vi\u200bews\u2069'],
  ])('a service called %j is found by %j', (name, query) => {
    expect(searchServices(serviceNames(services([['1', name, 'X']])), query, 50).count).toBe(1)
  })

  test('whatever letters a name has, it is found by itself and by its small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), name => {
        fc.pre(name.trim() !== '')
        const own = serviceNames([{ ...anyService(), name }])
        for (const query of [name, name.toLowerCase()]) {
          expect(searchServices(own, query, 50).count, query).toBe(1)
        }
      }),
    )
  })

  test('a query is cut where nobody types on, and ten thousand long names are read to their end', () => {
    const long = Array.from({ length: 10_000 }, (_, n) => [`${n}`, `${'ab'.repeat(150)}${n}`, 'X'] as const)
    const own = serviceNames(services(long))
    const count = (query: string): number => searchServices(own, query, 50).count
    expect(['a'.repeat(1_000_000), 'a '.repeat(500_000), `${'ba'.repeat(99)}x`].map(count)).toStrictEqual([
      0, 10_000, 0,
    ])
  })

  test('the service with that very id comes first', () => {
    const other = serviceNames(
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
    expect(searchServices(serviceNames(services(rows)), 'number 9998', 50).count).toBe(1)
  })
})
