import { expect, it } from 'vitest'
import { queryValues } from './route.ts'

it.each([
  ['action=add&limit=2', { action: 'add', limit: '2' }],
  [
    'fields[quantity]=1000&action=add&fields%5Blink%5D=a',
    { action: 'add', fields: { quantity: '1000', link: 'a' } },
  ],
  ['fields[a[]]=1', { fields: { 'a[]': '1' } }],
  ['fields=1&fields[a]=2', { fields: { a: '2' } }],
  ['[a]=1&fields[]=2', { '[a]': '1', 'fields[]': '2' }],
  ['fields[__proto__]=1', { fields: Object.fromEntries([['__proto__', '1']]) }],
])('%s is read', (query, values) => {
  expect(queryValues(new URLSearchParams(query))).toEqual(values)
})
