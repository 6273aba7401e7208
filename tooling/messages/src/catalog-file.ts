import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Catalog, compileCatalog } from './compile-catalog.ts'

/** Returns the catalogs of a package: the JSON files in its folders named `messages` or `texts`, and in theirs. */
export function findCatalogs(folder: string): readonly string[] {
  return globSync('src/**/{messages,texts}/**/*.json', { cwd: folder }).map(file => join(folder, file))
}

/** Where a catalog is compiled to: beside it, in a file that formatter and linter pass over. */
export function compiledPath(file: string): string {
  return file.replace(/\.json$/, '.generated.ts')
}

/** Compiles a catalog file, whose name is its language. */
export function compileFile(file: string): string {
  const catalog: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (!isCatalog(catalog))
    throw new TypeError(`${file} must hold texts by keys, which may be grouped, and nothing else`)
  return compileCatalog(basename(file, '.json'), catalog)
}

function isCatalog(value: unknown): value is Catalog {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every(item => typeof item === 'string' || isCatalog(item))
}
