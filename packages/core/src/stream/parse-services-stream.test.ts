import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogueLimits } from '../catalogue/limits.ts'
import { parseServices } from '../catalogue/parse-services.ts'
import type { UpstreamKind } from '../catalogue/service.ts'
import { parseServicesStream } from './parse-services-stream.ts'

type Piece = string | Uint8Array

async function* pieces(list: readonly Piece[]): AsyncGenerator<Piece> {
  yield* list
}

/** Cuts a text, or its bytes, at places that the numbers name. */
function cut(text: string, places: readonly number[], asBytes: boolean): readonly Piece[] {
  const whole = asBytes ? new TextEncoder().encode(text) : text
  const ends = [...places.map(place => place % (whole.length + 1)), whole.length].toSorted((a, b) => a - b)
  return ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end))
}

const places = fc.array(fc.nat(), { maxLength: 12 })

const fixtures = (['qqtube', 'panel'] as const).map(upstream => {
  const lines = readFileSync(
    new URL(`../../test/fixtures/${upstream}-quotes.ndjson`, import.meta.url),
    'utf8',
  )
  // The rows as they stand in the file, so that no digit is lost before it is read.
  const rows = lines.split('\n').flatMap(line => /"service": (\{.*\}), "order": /.exec(line)?.[1] ?? [])
  return { upstream, rows }
})

describe('a catalogue that comes in pieces is read as the whole is', () => {
  test('every row of the golden vectors, however it is cut', async () => {
    for (const { upstream, rows } of fixtures) {
      const row = fc.array(fc.constantFrom(...rows), { maxLength: 4 })
      const space = fc.constantFrom('', ' ', '\n\t')
      const wrapped = fc
        .tuple(
          row,
          space,
          fc.constantFrom('', '{"services":', '{"status":"ok", "data" : ', '{"data":[1],"s\\u0065rvices":'),
        )
        .map(
          ([list, gap, before]) =>
            `${before}${gap}[${gap}${list.join(`${gap},${gap}`)}${gap}]${before === '' ? '' : '}'}${gap}`,
        )
      await fc.assert(
        fc.asyncProperty(wrapped, places, fc.boolean(), async (text, cuts, asBytes) => {
          const read = await parseServicesStream(upstream, pieces(cut(text, cuts, asBytes)))
          expect(read).toStrictEqual(parseServices(upstream, text))
        }),
        { numRuns: 300 },
      )
    }
  })

  test('whatever it is, JSON or not', async () => {
    const token = fc.constantFrom(
      ...[
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        ' ',
        '\u00a0',
        '"',
        '\\',
        '"services"',
        '"data"',
        '"a"',
        '1.50',
        '1.50:',
        'null',
      ],
      ...[
        '[]',
        '{}',
        '"services":[',
        '"data":[',
        '"services":1',
        '{"service":1}',
        '{"service":"x","rate":1.50}',
        'ü',
        '👏',
      ],
    )
    const text = fc.oneof(
      fc.array(token, { maxLength: 12 }).map(tokens => tokens.join('')),
      fc.json(),
    )
    await fc.assert(
      fc.asyncProperty(text, places, fc.boolean(), async (written, cuts, asBytes) => {
        const read = await parseServicesStream('panel', pieces(cut(written, cuts, asBytes)))
        expect(read).toStrictEqual(parseServices('panel', written))
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    '',
    '[',
    '[]',
    '{}',
    '[1,]',
    '[,1]',
    '{"services":[]}',
    '{"services":[],}',
    '{"services":[1],"services":[]}',
    '{"services":[1],"services":1,"data":[2]}',
    '{1.50:[]}',
    '{"data":[]}]',
    '[{"a":1]}',
    '[[1],{"b":[2,{"c":"]"}]}]',
    '\ufeff[]',
    '[1:2]',
    'nu',
  ])('%j, a character at a time', async text => {
    expect(await parseServicesStream('panel', pieces([...text]))).toStrictEqual(parseServices('panel', text))
  })
})

test('a row longer than the limit is left out, and the others are kept', async () => {
  const limit = catalogueLimits.rowLength
  const row = (name: string): string => JSON.stringify({ service: 1, name, rate: '1', min: '1', max: '2' })
  const padding = limit - row('').length
  const text = `[${row('x'.repeat(padding))},${row('x'.repeat(padding + 1))},${row('short')}]`
  const { services, problems } = await parseServicesStream('panel', pieces([text]))
  expect(services.map(({ name }) => name.length)).toEqual([catalogueLimits.textLength, 5])
  expect(problems.filter(({ isFatal }) => isFatal)).toEqual([
    { code: 'too_long', serviceId: undefined, path: '', value: { limit, found: limit + 1 }, isFatal: true },
  ])
})

test('more rows than the limit are counted', async () => {
  const limit = catalogueLimits.services
  const text = `[${'{},'.repeat(limit)}{}]`
  const { problems } = await parseServicesStream('panel', pieces([text]))
  expect(problems.length).toBe(limit + 1)
  expect(problems.at(-1)).toMatchObject({ code: 'too_many', value: { limit, found: limit + 1 } })
})

test('text that is no catalogue is kept as far as a text may be long', async () => {
  const text = `<html>${'x'.repeat(catalogueLimits.textLength)}`
  const { problems } = await parseServicesStream('panel', pieces(cut(text, [3, 100], true)))
  expect(problems.map(({ value }) => value)).toEqual([text.slice(0, catalogueLimits.textLength)])
})

test('the event loop turns while a large catalogue is read', async () => {
  const row = fixtures[0]?.rows[0] ?? ''
  let turns = 0
  let isOver = false
  const turn = (): void => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  await parseServicesStream('qqtube', pieces([`[${Array(1000).fill(row).join()}]`]))
  isOver = true
  // A turn for every 32 kB.
  expect(turns).toBeGreaterThan((row.length * 1000) / 32_768 - 2)
})

test.each([
  ['an unknown API', () => parseServicesStream('v3' as UpstreamKind, pieces([])), 'upstream must be'],
  [
    'a piece that is neither bytes nor text',
    () => parseServicesStream('panel', pieces([1 as unknown as string])),
    'a piece must be',
  ],
])('%s is a TypeError', async (_, parse, message) => {
  // What a JavaScript caller may pass, in spite of the types.
  const error: unknown = await parse().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(message)
})
