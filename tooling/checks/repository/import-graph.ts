import { dirname, join } from 'node:path'

/** A source file with what it imports from its own package. Tests are no sources. */
export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
}

interface Import {
  /** The file that is imported, from the root of the repository. */
  readonly path: string
  /** Only types are taken: nothing of it is left when the program runs. */
  readonly isTypeOnly: boolean
}

// Its groups: `type`, the names, the path.
const statement =
  /^(?:import|export)\s+(type\s+)?((?:[\w*]+\s*,\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?|\w+)\s+from\s+)?'(\.[^']+)'/gm

/** Returns the sources among `files` with their imports of one another. `read` gives a file's text. */
export function readSources(files: readonly string[], read: (file: string) => string): readonly SourceFile[] {
  const sources = files.filter(file => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))
  const known = new Set(sources)
  return sources.map(path => {
    const text = read(path)
    const imports = [...text.matchAll(statement)].flatMap(([, type, names = '', to = '']) => {
      const target = join(dirname(path), to)
      return known.has(target)
        ? [{ path: target, isTypeOnly: type !== undefined || namesOnlyTypes(names) }]
        : []
    })
    return { path, lines: text.trimEnd().split('\n').length, imports }
  })
}

/** `{ type A, type B } from` takes types alone, though `type` does not stand in front of it all. */
function namesOnlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}/.exec(names)?.[1]
  const each = (listed ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
  return each.length > 0 && each.every(name => name.startsWith('type '))
}

/** Returns each circle of files that need one another's values, as the files in it. */
export function valueCycles(sources: readonly SourceFile[]): readonly (readonly string[])[] {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.filter(({ isTypeOnly }) => !isTypeOnly).map(to => to.path),
    ]),
  )
  const reach = new Map(sources.map(({ path }) => [path, reachable(path, targets)]))
  const circles = new Map<string, readonly string[]>()
  for (const { path } of sources) {
    if (!reach.get(path)?.has(path)) continue
    const circle = sources
      .map(source => source.path)
      .filter(other => reach.get(path)?.has(other) && reach.get(other)?.has(path))
    circles.set(circle.join('\n'), circle)
  }
  return [...circles.values()]
}

/** What can be come to from `start` in one step or more. */
function reachable(start: string, targets: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...(targets.get(start) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(targets.get(next) ?? []))
  }
  return found
}

/**
 * Returns each pair of folders that import each other, with the files that make each direction. A file at the root of
 * the package's sources is a folder of its own: such files are ground or roof.
 */
export function mutualFolders(sources: readonly SourceFile[], root: string): readonly string[] {
  const arrows = new Map<string, string[]>()
  const folderOf = (path: string): string => (dirname(path) === root ? path : dirname(path))
  for (const { path, imports } of sources) {
    for (const to of imports) {
      const [from, into] = [folderOf(path), folderOf(to.path)]
      if (from !== into)
        arrows.set(`${from} → ${into}`, [...(arrows.get(`${from} → ${into}`) ?? []), `${path} → ${to.path}`])
    }
  }
  return [...arrows].flatMap(([arrow, files]) => {
    const [from = '', into = ''] = arrow.split(' → ')
    const back = from < into ? arrows.get(`${into} → ${from}`) : undefined
    return back === undefined ? [] : [`${from} and ${into}: ${[...files, ...back].join(', ')}`]
  })
}

/** Returns the folders that hold more than `most` sources, with their number. */
export function crowdedFolders(sources: readonly SourceFile[], most: number): readonly string[] {
  const counts = new Map<string, number>()
  for (const { path } of sources) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > most).map(([folder, count]) => `${folder}: ${count}`)
}

/** Returns the files of fewer than `least` lines that one other file alone imports: they could stand in it. */
export function corridors(sources: readonly SourceFile[], least: number): readonly string[] {
  return sources
    .filter(({ path, lines }) => {
      // What a compiler writes cannot move into its importer.
      if (path.endsWith('.generated.ts')) return false
      const importers = sources.filter(({ imports }) => imports.some(to => to.path === path))
      return lines < least && importers.length === 1
    })
    .map(({ path }) => path)
}
