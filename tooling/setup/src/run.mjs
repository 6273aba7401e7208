import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensurePostgres } from './ensure-postgres.mjs'
import { installPackages } from './install-packages.mjs'
import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'
import { toolEnvironment } from './tool-environment.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<number>>>} */
const commands = { start, soak, test, chaos, bench, turbo }

/**
 * Sets the machine up as far as it is not, then runs the command; the exit code is the command's.
 *
 * @param {readonly string[]} args `start`, `soak`, `test`, `chaos`, `bench` or `turbo`, and what is passed on to it.
 * @returns {Promise<void>}
 */
export async function run([name = '', ...rest]) {
  const command = commands[name]
  if (command === undefined)
    throw new TypeError(`No command "${name}": it is one of ${Object.keys(commands)}.`)
  try {
    process.exitCode = await command(rest)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** @param {readonly string[]} args */
function start(args) {
  return withExtension('tooling/e2e/src/demo/main.ts', args)
}

/** @param {readonly string[]} args */
function soak(args) {
  return withExtension('tooling/e2e/src/campaign/main.ts', args)
}

/**
 * Runs a script that drives the built extension.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
async function withExtension(script, args) {
  const pnpmFolder = await installPackages(root, say)
  const env = {
    ...toolEnvironment(root, pnpmFolder),
    CHROME_PATH: await ensureBrowser({ withDisplay: false }, say),
  }
  await build(env)
  return await runScript(script, args, env)
}

/** @param {NodeJS.ProcessEnv} env */
async function build(env) {
  const args = ['run', 'build', '--filter=@orderwright/extension', '--output-logs=errors-only']
  const { code, output } = await runTool('turbo', args, { cwd: root, env })
  if (code !== 0)
    throw new SetupError(`The extension could not be built; mend what is said here:\n${output.trim()}`)
}

/** @param {readonly string[]} args */
async function test(args) {
  const pnpmFolder = await installPackages(root, say)
  const env = {
    ...toolEnvironment(root, pnpmFolder),
    CHROME_PATH: await ensureBrowser({ withDisplay: true }, say),
    POSTGRES_BIN: await ensurePostgres(say),
  }
  // The packed packages must run on the machine's own Node too, not on the pinned one alone.
  return await runScript('tooling/checks/src/main.ts', args, { ...env, MACHINE_NODE: process.execPath })
}

/** @param {readonly string[]} args */
async function bench(args) {
  const env = toolEnvironment(root, await installPackages(root, say))
  return await runScript('tooling/bench/src/engine/main.ts', args, env)
}

/** @param {readonly string[]} args */
async function chaos(args) {
  const env = {
    ...toolEnvironment(root, await installPackages(root, say)),
    POSTGRES_BIN: await ensurePostgres(say),
  }
  return await runScript('packages/outbox-postgres/test/chaos/main.ts', args, env)
}

/** @param {readonly string[]} args */
async function turbo(args) {
  const env = toolEnvironment(root, await installPackages(root, say))
  return (await runTool('turbo', args, { cwd: root, env, stdio: 'inherit' })).code
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runScript(file, args, env) {
  const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const nodeArgs = ['--conditions=@orderwright/source', join(root, file), ...args]
  return (await runTool(node, nodeArgs, { cwd: root, env, stdio: 'inherit' })).code
}

/** @param {string} line */
function say(line) {
  console.log(line)
}
