import { readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The scripts of the built popup, with their gzipped sizes in bytes: what it loads to open, and what it loads later. */
export interface PopupScripts {
  readonly atOpening: ReadonlyMap<string, number>
  readonly later: ReadonlyMap<string, number>
}

/** Follows the imports from the popup of the extension that was built into `folder`. */
export async function popupScripts(folder: string): Promise<PopupScripts> {
  const html = await readFile(join(folder, 'src/screens/popup.html'), 'utf8')
  const entries = [...html.matchAll(/<script[^>]+src="\/?([^"]+)"/g)].map(([, path = '']) => path)
  const atOpening = new Map<string, number>()
  const later = new Map<string, number>()
  const dynamic: string[] = []

  async function follow(path: string, into: Map<string, number>): Promise<void> {
    if (atOpening.has(path) || later.has(path)) return
    const code = await readFile(join(folder, path), 'utf8')
    into.set(path, gzipSync(code, { level: 9 }).length)
    const beside = (name: string): string => normalize(join(dirname(path), name))
    dynamic.push(
      ...[...code.matchAll(/import\(\s*["'`](\.[^"'`]+)["'`]/g)].map(([, name = '']) => beside(name)),
    )
    const names = [...code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)].map(([, name = '']) =>
      beside(name),
    )
    for (const name of names) await follow(name, into)
  }

  for (const entry of entries) await follow(entry, atOpening)
  for (let path = dynamic.shift(); path !== undefined; path = dynamic.shift()) await follow(path, later)
  return { atOpening, later }
}

export function sumOf(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}
