import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contestant } from './contestant.ts'

/**
 * A temporary folder with everything that is measured. `ORDERWRIGHT_BENCH` names one to keep from run to run.
 * @throws {Error} what npm says, where a package cannot be installed
 */
export function prepare(contestants: readonly Contestant[]): string {
  const packages = contestants.flatMap(contestant => contestant.packages)
  return installInto(process.env.ORDERWRIGHT_BENCH, 'orderwright-bench-', packages)
}

/**
 * Installs packages with npm, the workspace untouched, and returns the folder. One that is named is kept, and nothing is installed if
 * it has them; otherwise a new temporary one is made.
 *
 * @throws {Error} what npm says, if a package cannot be installed.
 */
export function installInto(named: string | undefined, prefix: string, packages: readonly string[]): string {
  const folder = named ?? mkdtempSync(join(tmpdir(), prefix))
  mkdirSync(folder, { recursive: true })
  const manifest = join(folder, 'package.json')
  const wanted = JSON.stringify({ private: true, description: packages.join(' ') })
  if (!existsSync(manifest) || !readFileSync(manifest, 'utf8').includes(packages.join(' '))) {
    writeFileSync(manifest, wanted)
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', ['install', ...quiet, ...packages], { cwd: folder, stdio: 'inherit' })
  }
  return folder
}
