import { expect, test } from 'vitest'
import type { Account } from './account.ts'
import { aliasesIn } from './aliases.ts'

const account = (id: string, keyGroup?: string): Account => ({
  id,
  kind: 'panel',
  name: id,
  baseUrl: 'https://a.example',
  keyTail: '',
  ...(keyGroup === undefined ? {} : { keyGroup }),
})
const accounts = [account('a'), account('b', 'two'), account('c', 'a'), account('d', 'two'), account('e')]

test.each([
  ['a', ['a', 'c']],
  ['b', ['b', 'd']],
  ['c', ['c', 'a']],
  ['e', ['e']],
  ['gone', ['gone']],
])('%s is one of %j', (id, ids) => {
  expect(aliasesIn(accounts, id)).toStrictEqual(ids)
})
