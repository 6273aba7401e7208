import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { named } from '../src/admin/openapi/admin-document.ts'
import { createMockServer } from '../src/index.ts'
import { askPanel, panelOrder } from './ask.ts'
import { routeRows } from './route-rows.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const routes = readFileSync(new URL('../docs/control.md', import.meta.url), 'utf8')

/** What a curl command of the README is answered. */
async function curl(command: string, origin: string): Promise<unknown> {
  const url = /'?(http:[^'\s]+)'?/.exec(command)?.[1] ?? ''
  const json = /--json '([^']+)'/.exec(command)?.[1]
  const form = /-d '([^']+)'/.exec(command)?.[1]
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const response = await fetch(url.replace('http://127.0.0.1:4010', origin), {
    method: 'POST',
    ...(command.includes('-X POST') ? {} : { body: json ?? form ?? '', headers: { 'Content-Type': type } }),
  })
  expect(response.ok).toBe(true)
  return response.status === 204 ? undefined : response.json()
}

describe('control from any language, as the documents have it', () => {
  it('scripts and verifies the outcome of the third order', async () => {
    const [, block = ''] = /```bash\n([\s\S]*?)```/.exec(readme) ?? []
    const commands = block.split('\n').filter(line => line.startsWith('curl'))
    expect(commands).toHaveLength(7)
    await using server = await createMockServer()
    for (const command of commands.slice(0, 4)) await curl(command, server.url)
    await askPanel(server, panelOrder)
    await askPanel(server, panelOrder)
    const third = askPanel(server, panelOrder).catch(() => 'no answer')
    await server.control.requestLog.waitFor({ orderId: '123458' })
    const [advance = '', status = '', verify = ''] = commands.slice(4)
    await curl(advance, server.url)
    expect(await curl(status, server.url)).toMatchObject({
      status: 'Partial',
      remains: '600',
      charge: '0.36',
    })
    await curl(verify, server.url)
    await server.close()
    expect(await third).toBe('no answer')
  })

  it('is told route by route: what it takes, what it answers, and what it does', () => {
    const nameOf = (schema: unknown): string | undefined =>
      Object.entries(named).find(([, known]) => known === schema)?.[0]
    const [, section = ''] = routes.split('## Over HTTP')
    const rows = [...section.matchAll(/^\| (`[A-Z]+ \/.+) \|$/gm)].map(([, row = '']) =>
      row.split(' | ').map(cell => cell.trim()),
    )
    expect(rows).toEqual(routeRows(nameOf))
  })
})
