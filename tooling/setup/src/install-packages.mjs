import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { manifestsDigest } from './manifests-digest.mjs'
import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { toolEnvironment } from './tool-environment.mjs'

/**
 * Installs the packages where the last installation is not of these manifests, and gives the folder with `pnpm`.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 * @throws {SetupError}
 */
export async function installPackages(root, say) {
  const digest = manifestsDigest(root)
  const last = readStamp(root)
  if (last?.digest === digest && existsSync(last.pnpmFolder)) return last.pnpmFolder
  say('Installing the packages…')
  const pnpmFolder = await pnpmFolderOf(root)
  const outcome = await runTool('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    env: toolEnvironment(root, pnpmFolder),
  })
  if (outcome.code !== 0) throw failure('pnpm install', outcome.output)
  writeStamp(root, { digest, pnpmFolder })
  return pnpmFolder
}

/**
 * npx keeps the pinned pnpm in its cache: whoever has npm has it, and nothing is installed on the machine.
 *
 * @param {string} root
 */
async function pnpmFolderOf(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const retry = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const args = ['--yes', ...retry, '--package', packageManager, 'node', '-p', 'process.env.PATH']
  const { code, output } = await runTool('npx', args, { cwd: root, env: process.env })
  if (code !== 0) throw failure(`npx ${packageManager}`, output)
  const entries = output.split(/[\r\n]+/).flatMap(line => line.split(delimiter))
  const folder = entries.find(entry => existsSync(join(entry, 'pnpm')))
  if (folder === undefined) throw failure(`npx ${packageManager}`, output)
  return folder
}

/**
 * @param {string} command
 * @param {string} output
 */
function failure(command, output) {
  const isOffline =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|dns error|error sending request/i
  if (isOffline.test(output)) {
    return new SetupError(
      'The npm registry could not be reached: connect this machine to the internet, or point npm to a registry ' +
        'that it can reach with `npm config set registry <url>`, and run the command again.',
    )
  }
  return new SetupError(
    `${command} failed; mend what it says here and run the command again:\n${output.trim()}`,
  )
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'node_modules/.orderwright/installed.json')
}

/**
 * @param {string} root
 * @returns {{ digest: string, pnpmFolder: string } | undefined}
 */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} root
 * @param {{ digest: string, pnpmFolder: string }} stamp
 */
function writeStamp(root, stamp) {
  mkdirSync(join(stampFile(root), '..'), { recursive: true })
  writeFileSync(stampFile(root), JSON.stringify(stamp))
}
