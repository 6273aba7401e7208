import { join } from 'node:path'
import { findProgram, isProgram } from './find-program.mjs'

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** @type {Readonly<Record<string, (environment: NodeJS.ProcessEnv) => readonly string[]>>} */
const standardPlaces = {
  darwin: environment =>
    ['/Applications', join(environment.HOME ?? '', 'Applications')].flatMap(folder => [
      join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    ]),
  win32: environment =>
    [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA].flatMap(folder =>
      ['Chromium', 'Google\\Chrome'].map(product => join(folder ?? '', product, 'Application\\chrome.exe')),
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
  if (chosen) return isProgram(chosen) ? chosen : undefined
  const onPath = namesOnPath.map(name => findProgram(name, environment)).find(file => file !== undefined)
  return onPath ?? standardPlaces[platform]?.(environment).find(isProgram)
}
