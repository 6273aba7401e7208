import { parseServices, type Service } from '@orderwright/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serviceNames } from '../service-name.ts'
import { marked } from './rank.ts'
import { searchServices } from './search-services.ts'
import { withTypos } from './typos.ts'

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
  searchServices(index, query, { limit }).services.map(service => service.id)

describe('searching services', () => {
  test.each([
    ['', ['12', '3', '40', '41']],
    ['views', ['3', '12']],
    ['vie ste', ['12']],
    ['iews', ['12', '3']],
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
    expect(searchServices(serviceNames(services([['1', name, 'X']])), query, { limit: 50 }).count).toBe(1)
  })

  test('whatever letters a name has, it is found by itself and by its small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), name => {
        fc.pre(name.trim() !== '')
        const own = serviceNames([{ ...anyService(), name }])
        for (const query of [name, name.toLowerCase()]) {
          expect(searchServices(own, query, { limit: 50 }).count, query).toBe(1)
        }
      }),
    )
  })

  test('a query is cut where nobody types on, and ten thousand long names are read to their end', () => {
    const long = Array.from({ length: 10_000 }, (_, n) => [`${n}`, `${'ab'.repeat(150)}${n}`, 'X'] as const)
    const own = serviceNames(services(long))
    const count = (query: string): number => searchServices(own, query, { limit: 50 }).count
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
    expect(searchServices(other, '12', { limit: 50 }).services.map(service => service.id)).toStrictEqual([
      '12',
      '112',
    ])
  })

  test('gives no more than the limit, and says how many there are', () => {
    const { services: shown, count } = searchServices(index, '', { limit: 2 })
    expect([shown.length, count]).toStrictEqual([2, 4])
  })

  test('one of 10,000 is found', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [`${n}`, `Service number ${n}`, 'Views'] as const)
    expect(searchServices(serviceNames(services(rows)), 'number 9998', { limit: 50 }).count).toBe(1)
  })
})

describe('what comes first', () => {
  const priced = serviceNames(
    parseServices(
      'panel',
      [
        ['1', 'Slow likes', '0.90'],
        ['2', 'Views of a package', '0.10', 'Package'],
        ['3', 'Views', '1.20'],
        ['4', 'Fast likes', '0.40'],
      ].map(([service, name, rate, type = 'Default']) => ({ service, name, rate, type, min: 1, max: 100 })),
    ).services,
  )
  const ids = (query: string, options: Partial<Parameters<typeof searchServices>[2]>): readonly string[] =>
    searchServices(priced, query, { limit: 50, ...options }).services.map(({ id }) => id)

  test('what was ordered last, while nothing is searched for', () => {
    expect(ids('', { recent: ['4', 'gone', '3'] })).toStrictEqual(['4', '3', '1', '2'])
    expect(ids('likes', { recent: ['4'] })).toStrictEqual(['1', '4'])
  })

  test('the cheapest by the thousand if that is wanted, and what is priced as a whole last', () => {
    expect(ids('', { order: 'price', recent: ['3'] })).toStrictEqual(['4', '1', '3', '2'])
    expect(ids('likes', { order: 'price' })).toStrictEqual(['4', '1'])
  })
})

describe('a slip of the finger', () => {
  test.each([
    ['veiws steady', ['12']],
    ['coments', ['40']],
    ['lkes', ['41']],
    ['nothing like it', []],
    ['x'.repeat(200), []],
  ])('%s is forgiven where nothing has the words as they are', (query, ids) =>
    expect(searchServices(index, query, { limit: 50, withTypos }).services.map(({ id }) => id)).toStrictEqual(
      ids,
    ),
  )

  test('of another script too, and not where there is a match without', () => {
    const own = serviceNames(
      services([
        ['1', 'Просмотры', 'X'],
        ['2', 'Просмотр', 'X'],
      ]),
    )
    const found = (query: string) => searchServices(own, query, { limit: 50, withTypos }).services
    expect(found('простмотры').map(({ id }) => id)).toStrictEqual(['1'])
    expect(found('просмотры').map(({ id }) => id)).toStrictEqual(['1'])
  })
})

test('what was found is marked in a name, as it is written there', () => {
  expect(marked('Steady Views', ['view', 'st'])).toStrictEqual([
    { text: 'St', isMatch: true },
    { text: 'eady ', isMatch: false },
    { text: 'View', isMatch: true },
    { text: 's', isMatch: false },
  ])
  expect(marked('Straße', ['strasse'])).toStrictEqual([{ text: 'Straße', isMatch: false }])
  expect(marked('Views', [])).toStrictEqual([{ text: 'Views', isMatch: false }])
})
