import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import { extensionFolder } from '../src/stage/build.ts'
import { type BuildCopy, changeManifest } from '../src/stage/copy-with-tls.ts'

/** What a build of the extension does without, and what has to be changed for that. */
export interface Weakening {
  readonly edits: readonly Edit[]
  /** Permissions that it needs in addition. */
  readonly permissions?: readonly string[]
}

export interface Edit {
  /** A source file of the extension, from its folder `src` on. */
  readonly file: string
  /** What is there exactly once; the whole file if left out. */
  readonly from?: string
  readonly to: string
}

/**
 * Builds the extension with the edits into a folder of its own, which goes when it is let go.
 *
 * @throws {Error} if the code that an edit replaces is no longer there, or no longer built.
 */
export async function buildWeakened(weakening: Weakening): Promise<BuildCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'orderwright-weakened-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true })
  try {
    await buildInto(folder, weakening)
  } catch (error) {
    await remove()
    throw error
  }
  return { folder, [Symbol.asyncDispose]: remove }
}

async function buildInto(outDir: string, { edits, permissions = [] }: Weakening): Promise<void> {
  const done = new Set<Edit>()
  const plugin: Plugin = {
    name: 'weakened',
    enforce: 'pre',
    load: async id => {
      const own = edits.filter(({ file }) => id === join(extensionFolder, 'src', file))
      if (own.length === 0) return undefined
      for (const edit of own) done.add(edit)
      return own.reduce(edited, await readFile(id, 'utf8'))
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
  const missed = edits.find(edit => !done.has(edit))
  if (missed !== undefined) throw new Error(`The extension is no longer built from ${missed.file}.`)
  await changeManifest(outDir, manifest => ({
    ...manifest,
    permissions: [...manifest.permissions, ...permissions],
  }))
}

function edited(text: string, { file, from = text, to }: Edit): string {
  const [before, after, more] = text.split(from)
  if (before === undefined || after === undefined || more !== undefined) {
    throw new Error(`${file} is to have this exactly once, so that a build can go without it:\n${from}`)
  }
  return `${before}${to}${after}`
}
