import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadFixture } from '../fixtures/fixture.ts'
import { panelServices } from '../fixtures/panel-services.ts'
import { qqtubeServices } from '../fixtures/qqtube-services.ts'
import { catalogueKind, loadCatalogues } from './load-catalogues.ts'

const text = '[{"service":1,"name":"Ähre – 你好 👍","type":"Default","rate":"1","min":"1","max":"9"}]'

const fixture = '{"accounts":[{"key":"mock-key-ä","name":"你好"}]}'

function utf16(given: string, isBig: boolean): Buffer {
  const bytes = Buffer.from(given, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

it.each<[string, (given: string) => Buffer]>([
  ['UTF-8', given => Buffer.from(given)],
  ['UTF-8 with a mark', given => Buffer.from(`\uFEFF${given}`)],
  ['UTF-16, little end first', given => utf16(`\uFEFF${given}`, false)],
  ['UTF-16, big end first', given => utf16(`\uFEFF${given}`, true)],
  ['UTF-16 without a mark', given => utf16(given, false)],
  ['UTF-16, big end first, without a mark', given => utf16(given, true)],
])('a catalogue and a fixture that were saved as %s are read', (_, encode) => {
  const folder = mkdtempSync(join(tmpdir(), 'orderwright-files-'))
  try {
    const [catalogue, story] = [join(folder, 'services.json'), join(folder, 'story.json')]
    writeFileSync(catalogue, encode(text))
    writeFileSync(story, encode(fixture))
    expect(loadCatalogues([catalogue])).toEqual({ panel: text })
    expect(loadFixture(story)).toEqual(JSON.parse(fixture))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

describe('a saved services answer', () => {
  it.each([
    ['qqtube', JSON.stringify(qqtubeServices)],
    ['panel', JSON.stringify(panelServices)],
    ['panel', JSON.stringify({ services: panelServices })],
    ['panel', '{"data":[{"service":1}]}'],
    ['qqtube', '[7,null,{"id_service":"1"}]'],
  ])('of %s is known by its rows, such as %.60s', (upstream, text) => {
    expect(catalogueKind(text)).toEqual({ ok: true, upstream })
  })

  it.each(['', 'null', '7', '{}', '{"error":"Invalid API key"}', '<html>'])('is not %j', text => {
    expect(catalogueKind(text)).toEqual({
      ok: false,
      sentence: 'holds no list of services as JSON: save the whole answer to action=services',
    })
  })

  it.each(['[]', '[1]', '[{"id":1}]'])('of neither API is %j', text => {
    expect(catalogueKind(text)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('has no row with'),
    })
  })
})
