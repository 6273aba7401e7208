import { parseServices } from '@orderwright/core'
import { expect, it } from 'vitest'
import { catalogueText } from './catalogue-text.ts'

const row = { name: 'Likes', type: 'Default', category: 'Likes', rate: '0.9', min: '10', max: '100' }

function textOf(rows: readonly unknown[]): string | undefined {
  const { services, problems } = parseServices('panel', rows)
  return catalogueText({ services: services.length, problems }, 'http://127.0.0.1:4010/x')
}

it('says nothing of a catalogue that can be ordered whole', () => {
  expect(textOf([{ ...row, service: '1' }])).toBeUndefined()
})

it('names the rows that cannot be ordered, and the first few of many', () => {
  const broken = Array.from({ length: 7 }, (_, index) => ({
    ...row,
    service: String(index + 2),
    rate: 'free',
  }))
  expect(textOf([{ ...row, service: '1' }, ...broken])?.split('\n')).toEqual([
    'Not every row of the catalogue can be ordered: 1 can. All of its problems are at http://127.0.0.1:4010/x; those that cost a row:',
    ...['2', '3', '4', '5', '6'].map(
      id => `  Service ${id}, rate: No price of the row is usable. Given: "free".`,
    ),
    '  … and 2 more',
  ])
})
