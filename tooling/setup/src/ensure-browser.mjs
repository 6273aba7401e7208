import { findBrowser } from './find-browser.mjs'
import { findProgram } from './find-program.mjs'
import { installByApt } from './install-by-apt.mjs'
import { SetupError } from './setup-error.mjs'

const browserPackages = ['chromium', 'fonts-liberation']
/** By the names that Debian has for them. */
const displayPackages = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool' }

/**
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform As in `process.platform`.
 * @property {boolean} isRoot
 */

/**
 * Gives the browser's executable. On Debian and Ubuntu, as root, what is missing is installed; elsewhere a person is told how.
 *
 * @param {{ withDisplay: boolean }} needs `withDisplay`: also what makes a display that nobody sees (Linux alone).
 * @param {(line: string) => void} say
 * @param {Machine} [machine]
 * @returns {Promise<string>}
 * @throws {SetupError}
 */
export async function ensureBrowser(needs, say, machine = thisMachine()) {
  const { env, platform, isRoot } = machine
  if (env.CHROME_PATH && findBrowser(env, platform) === undefined) {
    throw new SetupError(
      `CHROME_PATH is ${env.CHROME_PATH}, and no program is there: correct it, or unset it to let the browser be found.`,
    )
  }
  const missing = missingPackages(needs, machine)
  if (missing.length > 0) {
    if (!isRoot || findProgram('apt-get', env) === undefined)
      throw new SetupError(howToInstall(missing, platform))
    say(`Installing ${missing.join(', ')} with apt…`)
    await installByApt(missing, env)
  }
  const browser = findBrowser(env, platform)
  if (browser === undefined) throw new SetupError(howToInstall(browserPackages, platform))
  return browser
}

/** @returns {Machine} */
function thisMachine() {
  return { env: process.env, platform: process.platform, isRoot: process.getuid?.() === 0 }
}

/**
 * @param {{ withDisplay: boolean }} needs
 * @param {Machine} machine
 * @returns {string[]}
 */
function missingPackages({ withDisplay }, { env, platform }) {
  const browser = findBrowser(env, platform) === undefined ? browserPackages : []
  if (!withDisplay || platform !== 'linux') return browser
  const tools = Object.entries(displayPackages).filter(([program]) => findProgram(program, env) === undefined)
  return [...browser, ...tools.map(([, name]) => name)]
}

/**
 * @param {readonly string[]} packages
 * @param {string} platform
 */
function howToInstall(packages, platform) {
  const orChosen = 'or set CHROME_PATH to a Chromium of yours, and run the command again.'
  if (platform === 'darwin') {
    return `No Chromium or Chrome was found: install one (\`brew install --cask chromium\`), ${orChosen}`
  }
  if (platform === 'win32') {
    return `No Chromium or Chrome was found: install one (\`winget install Google.Chrome\`), ${orChosen}`
  }
  const names = packages.join(' ')
  const command = `install with your package manager (on Debian \`sudo apt-get install ${names}\`)`
  if (!packages.includes('chromium'))
    return `Missing: ${packages.join(', ')}; ${command} and run the command again.`
  return `Missing: ${packages.join(', ')}; ${command}, ${orChosen}`
}
