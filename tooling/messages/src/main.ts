import { writeFileSync } from 'node:fs'
import { compiledPath, compileFile, findCatalogs } from './catalog-file.ts'

/** Compiles each catalog of the package that this is run in. */
for (const file of findCatalogs(process.cwd())) {
  writeFileSync(compiledPath(file), compileFile(file))
  console.log(compiledPath(file))
}
