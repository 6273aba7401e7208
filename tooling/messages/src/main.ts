import { writeFileSync } from 'node:fs'
import { compiledPath, compileFile } from './catalog-file.ts'

/** Compiles each catalog that is named on the command line. */
for (const file of process.argv.slice(2)) {
  writeFileSync(compiledPath(file), compileFile(file))
  console.log(compiledPath(file))
}
