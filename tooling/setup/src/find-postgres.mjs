import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram, isProgram } from './find-program.mjs'

/** Where Debian and Ubuntu put the programs of each version, which are not on `PATH`. */
const debianFolder = '/usr/lib/postgresql'

/**
 * The folder of PostgreSQL's own programs, or `undefined`. `POSTGRES_BIN` decides where it is set, then `PATH`, then the newest
 * version in Debian's folder.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {string} [folder]
 * @returns {string | undefined}
 */
export function findPostgres(environment = process.env, folder = debianFolder) {
  const chosen = environment.POSTGRES_BIN
  if (chosen) return isComplete(chosen) ? chosen : undefined
  const initdb = findProgram('initdb', environment)
  const onPath = initdb === undefined ? [] : [dirname(initdb)]
  return [...onPath, ...versionsIn(folder)].find(isComplete)
}

/** @param {string} bin */
function isComplete(bin) {
  return isProgram(join(bin, 'initdb')) && isProgram(join(bin, 'postgres'))
}

/** @param {string} folder */
function versionsIn(folder) {
  try {
    const versions = readdirSync(folder).sort((one, other) => Number(other) - Number(one))
    return versions.map(version => join(folder, version, 'bin'))
  } catch {
    return []
  }
}
