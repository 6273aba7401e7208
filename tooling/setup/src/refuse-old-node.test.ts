import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { refuseOldNode } from './refuse-old-node.mjs'

test.each(['20.0.0', '24.9.0', '100.1.0'])('Node %s is new enough', version => {
  expect(refuseOldNode(version)).toBeUndefined()
})

test.each(['19.9.0', '8.17.0', '0.12.18'])(
  'Node %s is refused in one sentence that says what to do',
  version => {
    expect(refuseOldNode(version)).toBe(
      `Orderwright needs Node 20 or newer and this is Node ${version}: install a newer one from https://nodejs.org and run the command again.`,
    )
  },
)

test.each(['main.mjs', 'refuse-old-node.mjs'])(
  '%s is read by Node 12, the first that reads modules',
  async name => {
    const source = await readFile(join(import.meta.dirname, name), 'utf8')
    const code = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    expect(code).not.toMatch(/\?\.|\?\?|\bawait\b|'node:|\bclass\b|\d_\d/)
  },
)
