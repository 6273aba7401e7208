import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiledPath, compileFile } from './catalog-file.ts'

/** Defines a test for each catalog in the package's folders named `messages` or `texts`: it is compiled as it stands. */
export function testCatalogs(folder: string): void {
  const files = globSync('src/**/{messages,texts}/*.json', { cwd: folder })
  describe('the catalogs', () => {
    test('are found', () => {
      expect(files.length).toBeGreaterThan(0)
    })
    test.each(files)('%s is compiled: `pnpm messages` of the package compiles it anew', file => {
      const path = join(folder, file)
      expect(readFileSync(compiledPath(path), 'utf8')).toBe(compileFile(path))
    })
  })
}
