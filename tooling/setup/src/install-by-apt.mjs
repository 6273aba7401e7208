import { runTool } from './run-tool.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Installs packages of Debian or Ubuntu; for root alone.
 *
 * @param {readonly string[]} packages
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 * @throws {SetupError}
 */
export async function installByApt(packages, env) {
  const options = { cwd: '/', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const { code, output } = await runTool('apt-get', args, options)
    if (code !== 0) {
      throw new SetupError(
        `apt-get ${args[0]} failed ("${output.trim().split('\n').at(-1)}"): check the network and the package sources, ` +
          'and run the command again.',
      )
    }
  }
}
