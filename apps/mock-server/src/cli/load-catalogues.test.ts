import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadScenario } from '../command/load-scenario.ts'
import { loadCatalogues } from './load-catalogues.ts'

const text = '[{"service":1,"name":"Ähre – 你好 👍","type":"Default","rate":"1","min":"1","max":"9"}]'
const scenario = '{"accounts":[{"key":"mock-key-ä","name":"你好"}]}'

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
])('a catalogue and a scenario that were saved as %s are read', (_, encode) => {
  const folder = mkdtempSync(join(tmpdir(), 'orderwright-files-'))
  try {
    const [catalogue, story] = [join(folder, 'services.json'), join(folder, 'story.json')]
    writeFileSync(catalogue, encode(text))
    writeFileSync(story, encode(scenario))
    expect(loadCatalogues([catalogue])).toEqual({ panel: text })
    expect(loadScenario(story)).toEqual(JSON.parse(scenario))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
