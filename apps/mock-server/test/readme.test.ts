import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testDocuments, testReadme } from '@orderwright/vitest'
import { describe, expect, it } from 'vitest'
import { panelDialects } from '../src/apis/panel/dialects.ts'
import { readArguments } from '../src/cli/read-arguments.ts'
import { helpText } from '../src/cli/texts.ts'
import { allFaults } from '../src/faults/registry.ts'
import { loadFixture } from '../src/fixtures/fixture.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'

const root = new URL('..', import.meta.url)
function read(file: string): string {
  return readFileSync(new URL(file, root), 'utf8')
}

function blocks(language: string, file = 'README.md'): readonly string[] {
  return [...read(file).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    match => match[1] ?? '',
  )
}

/** What a curl command of the README is answered: a GET, or a POST of its `-d` fields. */
async function curl(command: string): Promise<unknown> {
  const url = /'?(http[^'\s]+)'?/.exec(command)?.[1] ?? ''
  const body = [...command.matchAll(/-d (\S+)/g)].map(([, field]) => field).join('&')
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  return (await fetch(url, body === '' ? {} : { method: 'POST', body, headers })).json()
}

testReadme(fileURLToPath(root))
testDocuments(fileURLToPath(root), ['docs/matching.md', 'docs/answers.md', 'docs/control.md'])

describe('the README', () => {
  it('has a command that serves, and requests that are answered as it says', async () => {
    const [, command = '', ...requests] = blocks('sh')
    const [, ...args] = command.trim().split(' ').slice(1)
    const asked = readArguments(args, { key: mockQqtubeKey, panelKey: mockPanelKey })
    if (asked.kind !== 'serve') throw new TypeError(`The README's command is refused: ${command}`)
    expect(asked.options.port).toBe(4010)
    const { key, panelKey, funds } = asked.options
    const accounts = [{ key, funds }, { upstream: 'panel', key: panelKey, funds } as const]
    await using server = await createMockServer({ accounts })
    const answers = requests.map(request => curl(request.replace('http://127.0.0.1:4010', server.url)))
    expect(await Promise.all(answers)).toEqual(blocks('json').map(text => JSON.parse(text)))
    expect(answers).toHaveLength(2)
  })

  it('has each option of the server and of the command in one table', () => {
    const [, section = ''] = read('README.md').split('## Options')
    const [table = ''] = section.split('## What it plays')
    const [, options = ''] = read('src/server.ts').split('export interface MockServerOptions {')
    const named = [...(options.split('\n}')[0] ?? '').matchAll(/^ {2}readonly (\w+)\?/gm)].map(
      ([, name]) => name,
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(name => !table.includes(`| \`${name}\``))).toEqual([])
    const flags = [...helpText.matchAll(/--[a-z-]+/g)].map(([flag]) => flag)
    const known = new Set([...flags].filter(flag => !['--help', '--version'].includes(flag)))
    expect([...known].filter(flag => !table.includes(`\`${flag}`))).toEqual([])
  })

  it('has a fixture that the command takes, in its docs', () => {
    const folder = mkdtempSync(join(tmpdir(), 'orderwright-readme-'))
    try {
      const [text = '', ...others] = blocks('jsonc', 'docs/control.md')
      const file = join(folder, 'bad-day.json')
      writeFileSync(file, text)
      expect(loadFixture(file)).toEqual(JSON.parse(text))
      expect(others).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('leads to a list of every dialect, in the words of the table that the server runs', () => {
    const [, section = ''] = read('docs/answers.md').split('## Error dialects')
    const rows = [...section.matchAll(/^\| `(\w+)` *\| (.+?) *\|$/gm)].map(([, name, does]) => [name, does])
    expect(rows).toEqual(Object.entries(panelDialects).map(([name, { does }]) => [name, does]))
  })

  it('leads to a list of every fault, in the words of the table that the server runs', () => {
    const [, section = ''] = read('docs/faults.md').split('## The faults')
    const rows = [...section.matchAll(/^\| `([\w-]+)` *\| (.+?) *\|$/gm)].map(([, name, does]) => [
      name,
      does,
    ])
    expect(rows).toEqual(Object.entries(allFaults).map(([name, { does }]) => [name, does]))
  })
})
