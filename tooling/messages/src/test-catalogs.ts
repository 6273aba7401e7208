import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiledPath, compileFile, findCatalogs } from './catalog-file.ts'

/** Defines a test for each catalog of the package in that folder: it is compiled as it stands. */
export function testCatalogs(folder: string): void {
  const files = findCatalogs(folder).map(path => [relative(folder, path), path] as const)
  describe('the catalogs', () => {
    test('are found', () => {
      expect(files.length).toBeGreaterThan(0)
    })
    test.each(files)('%s is compiled: `pnpm messages` of the package compiles it anew', (_, path) => {
      expect(readFileSync(compiledPath(path), 'utf8')).toBe(compileFile(path))
    })
  })
}
