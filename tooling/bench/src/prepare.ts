import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contestant } from './contestant.ts'

/**
 * A temporary folder with everything that is measured, the workspace untouched. `ORDERWRIGHT_BENCH` names one to keep
 * from run to run.
 * @throws {Error} what npm says, where a package cannot be installed
 */
export function prepare(contestants: readonly Contestant[]): string {
  const folder = process.env.ORDERWRIGHT_BENCH ?? mkdtempSync(join(tmpdir(), 'orderwright-bench-'))
  mkdirSync(folder, { recursive: true })
  const packages = contestants.flatMap(contestant => contestant.packages)
  const manifest = join(folder, 'package.json')
  const wanted = JSON.stringify({ private: true, description: packages.join(' ') })
  if (!existsSync(manifest) || !readFileSync(manifest, 'utf8').includes(packages.join(' '))) {
    writeFileSync(manifest, wanted)
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
    execFileSync('npm', ['install', ...quiet, ...packages], { cwd: folder, stdio: 'inherit' })
  }
  return folder
}
