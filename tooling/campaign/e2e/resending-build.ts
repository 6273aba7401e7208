import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { extensionFolder } from '../src/loopback-build.ts'

/** In place of what sends an order: a client that sends again what failed, as many do. */
const resending = `
export async function sendOnce(url, init) {
  try {
    return await fetch(url, init)
  } catch {
    return await fetch(url, init)
  }
}`

/** The extension with a client that resends, built into a folder of its own; gives the folder. */
export async function buildResending(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'orderwright-resending-'))
  let isReplaced = false
  const plugin: Plugin = {
    name: 'resending',
    enforce: 'pre',
    load: id => {
      if (!id.endsWith('/src/worker/send-once.ts')) return undefined
      isReplaced = true
      return resending
    },
  }
  await build({
    root: extensionFolder,
    configFile: join(extensionFolder, 'vite.config.ts'),
    mode: 'loopback',
    logLevel: 'error',
    plugins: [plugin],
    build: { outDir },
  })
  if (!isReplaced) throw new Error('The extension no longer sends orders by src/worker/send-once.ts.')
  return outDir
}
