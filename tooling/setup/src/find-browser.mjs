import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** @type {Readonly<Record<string, (environment: NodeJS.ProcessEnv) => readonly string[]>>} */
const standardPlaces = {
  darwin: environment =>
    ['/Applications', join(environment.HOME || '', 'Applications')].flatMap(folder => [
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    ]),
  win32: environment =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name =>
      ['Chromium', 'Google\\Chrome'].map(product =>
        join(environment[name] || '', product, 'Application\\chrome.exe'),
      ),
    ),
}

/**
 * The executable of a Chromium or Chrome, or `undefined`. `CHROME_PATH` decides where it is set,
 * then the names on `PATH`, then the places where installers put it.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {string} [platform] As in `process.platform`.
 * @returns {string | undefined}
 */
export function findBrowser(environment = process.env, platform = process.platform) {
  const chosen = environment.CHROME_PATH
  if (chosen) return isExecutable(chosen) ? chosen : undefined
  const places = standardPlaces[platform]
  return [
    ...namesOnPath.flatMap(name => (platform === 'win32' ? [] : onPath(name, environment))),
    ...(places ? places(environment) : []),
  ].find(isExecutable)
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} environment
 */
function onPath(name, environment) {
  const folders = (environment.PATH || '').split(delimiter)
  return folders.filter(folder => folder !== '').map(folder => join(folder, name))
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
