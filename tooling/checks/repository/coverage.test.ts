import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../src/run-command.ts'
import { type CoverageRow, coverageRows } from './coverage-rows.ts'
import { upstreamDocuments } from './upstream-documents.ts'

const rows = coverageRows(readFileSync(join(root, 'docs/coverage.md'), 'utf8'))

const nameOf = ({ action, direction, field }: CoverageRow): string => `${action} ${direction} ${field}`

/** The methods of a client's interface. */
function methodsOf(file: string, name: string): ReadonlySet<string> {
  const source = readFileSync(join(root, file), 'utf8')
  const head = `^export interface ${name}(?: extends [^{]+)? \\{\\n`
  const body = new RegExp(`${head}([\\s\\S]*?)^\\}`, 'm').exec(source)?.[1] ?? ''
  return new Set([...body.matchAll(/^ {2}(\w+)\(/gm)].map(match => match[1] ?? ''))
}

/** What both clients have from the interface that they share. */
const shared = methodsOf('packages/client/src/upstream/upstream.ts', 'Upstream')

/** What stands in code before the first colon of a client's cell: its methods. */
function methodsIn({ client }: CoverageRow): readonly string[] {
  return [...(client.split(':')[0] ?? '').matchAll(/`(\w+)`/g)].map(match => match[1] ?? '')
}

describe.each(upstreamDocuments)('$heading', ({ heading, client, interface: name, actions }) => {
  const own = rows.filter(row => row.api === heading)

  test('every action and field of the document has its row, and no row is of nothing', () => {
    const documented = Object.entries(actions).flatMap(([action, { request, response }]) => [
      ...request.map(field => `${action} → ${field}`),
      ...response.map(field => `${action} ← ${field}`),
    ])
    expect(own.map(nameOf).toSorted()).toEqual(documented.toSorted())
  })

  test('every row names methods of the client', () => {
    const methods = new Set([...methodsOf(client, name), ...shared])
    const broken = own.filter(row => {
      const named = methodsIn(row)
      return named.length === 0 || named.some(method => !methods.has(method))
    })
    expect(broken.map(nameOf)).toEqual([])
  })

  test('every method that the client has alone is in a row', () => {
    const named = new Set(own.flatMap(methodsIn))
    expect([...methodsOf(client, name)].filter(method => !named.has(method))).toEqual([])
  })

  test('every row says what the mock and the extension do with it, or why they do nothing', () => {
    const isSaid = (cell: string) => (cell.startsWith('–') ? /^– \S/ : /\S/).test(cell)
    expect(own.filter(({ mock, extension }) => !isSaid(mock) || !isSaid(extension)).map(nameOf)).toEqual([])
  })
})

test.each([
  ['| → `a` | `b` | c | d |', [{ direction: '→', field: 'a', client: '`b`', mock: 'c', extension: 'd' }]],
  [
    '| ← `a[b]` | c | d | – e |',
    [{ direction: '←', field: 'a[b]', client: 'c', mock: 'd', extension: '– e' }],
  ],
  ['| field | client | mock | extension |', []],
  ['| → a | b | c | d |', []],
])('%s is read as %j', (line, expected) => {
  expect(coverageRows(`## X\n\n### act\n\n${line}\n`)).toEqual(
    expected.map(row => ({ api: 'X', action: 'act', ...row })),
  )
})
