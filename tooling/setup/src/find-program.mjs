import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The file that `name` starts, or `undefined` where `PATH` has none.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string | undefined}
 */
export function findProgram(name, environment = process.env) {
  const folders = (environment.PATH ?? '').split(delimiter).filter(folder => folder !== '')
  return folders.map(folder => join(folder, name)).find(isProgram)
}

/**
 * @param {string} file
 * @returns {boolean}
 */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
