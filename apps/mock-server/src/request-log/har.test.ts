import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { askPanel, panelOrder } from '../../test/ask.ts'
import { createMockServer, type MockServer, mockPanelKey } from '../server.ts'
import { harSchema } from './har.ts'

/** Runs a command as a person does who has set their key. */
async function runInShell(command = ''): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -s`], {
    env: { PATH: process.env.PATH ?? '', KEY: mockPanelKey },
  })
  return stdout
}

async function sendJson(server: MockServer, fields: object): Promise<void> {
  await fetch(`${server.url}/api/v2`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  })
}

describe('the request log, exported', () => {
  it('is an HTTP Archive of what was asked, answered and injected, without a key', async () => {
    await using server = await createMockServer({ clock: { isHeld: true } })
    const { faults, requestLog } = server.control
    await askPanel(server, panelOrder)
    faults.add({ fault: 'reset', times: 1 })
    await fetch(`${server.url}/v1-api?action=funds&api_key=secret-of-mine`).catch(() => undefined)
    const har = requestLog.har()
    expect(v.is(harSchema, har)).toBe(true)
    expect(JSON.stringify(har)).not.toMatch(/mock-key|secret/)
    const { host } = new URL(server.url)
    expect(har.log.entries).toMatchObject([
      {
        startedDateTime: '2026-01-01T00:00:00.000Z',
        request: { method: 'POST', url: `http://${host}/api/v2`, queryString: [] },
        response: { status: 200, statusText: 'OK', content: { text: '{"order":123456}' } },
        _orderId: '123456',
        _faults: [],
      },
      {
        request: {
          method: 'GET',
          url: `http://${host}/v1-api?action=funds&api_key=%5Bredacted%5D`,
          queryString: [
            { name: 'action', value: 'funds' },
            { name: 'api_key', value: '[redacted]' },
          ],
        },
        response: { status: 0, bodySize: -1 },
        _faults: ['reset after'],
      },
    ])
    expect(requestLog.har({ action: 'add' }).log.entries).toHaveLength(1)
  })

  it('is curl commands that send the same again, whatever stands in a field', async () => {
    await using server = await createMockServer()
    const { requestLog } = server.control
    const odd = { "a'b": `it's "$HOME" \`id\` \\ & =`, '@x': '@/etc/hosts', 'é&': '%41+ \n' }
    await askPanel(server, { ...panelOrder, ...odd })
    await sendJson(server, { key: mockPanelKey, action: 'add', ...odd })
    await fetch(`${server.url}/api/v2?${new URLSearchParams({ key: mockPanelKey, ...odd })}`)
    const before = requestLog.list()
    for (const command of requestLog.curl()) await runInShell(command)
    const after = requestLog.list().slice(before.length)
    const sent = before.map(({ method, fields, account }) => ({ method, fields, account }))
    expect(after.map(({ method, fields, account }) => ({ method, fields, account }))).toEqual(sent)
  })

  it('refuses a query that it does not know', async () => {
    await using server = await createMockServer()
    expect(() => server.control.requestLog.har(JSON.parse('{"acton":"add"}'))).toThrow(
      /requestLog\.har: .*acton/,
    )
  })
})
