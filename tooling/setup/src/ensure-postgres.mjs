import { findPostgres } from './find-postgres.mjs'
import { findProgram } from './find-program.mjs'
import { installByApt } from './install-by-apt.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} isRoot
 * @property {string} [folder] Where Debian has its versions.
 */

/**
 * Gives the folder of PostgreSQL's programs, of which tests start a server of their own. On Debian and Ubuntu, as root, it is installed;
 * elsewhere a person is told how.
 *
 * @param {(line: string) => void} say
 * @param {Machine} [machine]
 * @returns {Promise<string>}
 * @throws {SetupError}
 */
export async function ensurePostgres(say, machine = thisMachine()) {
  const { env, isRoot, folder } = machine
  const found = findPostgres(env, folder)
  if (found !== undefined) return found
  if (env.POSTGRES_BIN) {
    throw new SetupError(
      `POSTGRES_BIN is ${env.POSTGRES_BIN}, and initdb and postgres are not there: correct it, or unset it to let them be found.`,
    )
  }
  if (isRoot && findProgram('apt-get', env) !== undefined) {
    say('Installing postgresql with apt…')
    await installByApt(['postgresql'], env)
    const installed = findPostgres(env, folder)
    if (installed !== undefined) return installed
  }
  throw new SetupError(
    'PostgreSQL was not found: install it with your package manager (on Debian `sudo apt-get install postgresql`, on a Mac ' +
      '`brew install postgresql`), or set POSTGRES_BIN to the folder of its initdb, and run the command again.',
  )
}

/** @returns {Machine} */
function thisMachine() {
  return { env: process.env, isRoot: process.getuid?.() === 0 }
}
