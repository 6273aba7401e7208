import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../src/command/read-arguments.ts'
import { faultStrategies } from '../src/faults/fault-strategies.ts'
import { createMockServer, mockPanelKey, mockQqtubeKey } from '../src/index.ts'

const root = new URL('..', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    match => match[1] ?? '',
  )
}

describe('the README', () => {
  it('has an example that prints what the README says', () => {
    const [code = ''] = blocks('ts')
    const [printed] = blocks('text')
    expect(code).toContain("from '@orderwright/mock-server'")
    const flags = ['--conditions=@orderwright/source', '--input-type=module-typescript', '--eval', code]
    expect(execFileSync(process.execPath, flags, { cwd: root, encoding: 'utf8' })).toBe(printed)
  })

  it('has a command that serves, and a request that is answered as it says', async () => {
    const [, command = '', request = ''] = blocks('sh')
    const [, ...args] = command.trim().split(' ').slice(1)
    const asked = readArguments(args, { key: mockQqtubeKey, panelKey: mockPanelKey })
    if (asked.kind !== 'serve') throw new TypeError(`The README's command is refused: ${command}`)
    expect(asked.options.port).toBe(4010)
    const { key, funds } = asked.options
    await using server = await createMockServer({ accounts: [{ key, funds }] })
    const url = /curl '([^']+)'/.exec(request)?.[1]?.replace('http://127.0.0.1:4010', server.url) ?? ''
    expect(await (await fetch(url)).json()).toEqual(JSON.parse(blocks('json')[0] ?? ''))
  })

  it('lists every fault, in the words of the table that the server runs', () => {
    const [, section = ''] = readme.split('## Faults')
    const rows = [...section.matchAll(/^\| `([\w-]+)` *\| (.+?) *\|$/gm)].map(([, name, does]) => [
      name,
      does,
    ])
    const described = Object.entries(faultStrategies).map(([name, { does }]) => [name, does])
    expect(rows).toEqual([...described, ['held', expect.any(String)]])
  })
})
