import { delimiter, join } from 'node:path'

/**
 * The environment of every tool: the project's own commands and pnpm first on `PATH`, telemetry off, and what Node has
 * compiled kept, since a run starts some hundred processes of the same code.
 *
 * @param {string} root The folder of the repository.
 * @param {string} pnpmFolder Where `pnpm` is; turbo starts each task with it.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root, pnpmFolder, environment = process.env) {
  const folders = [join(root, 'node_modules/.bin'), pnpmFolder, environment.PATH ?? '']
  return {
    ...environment,
    PATH: folders.join(delimiter),
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    NODE_COMPILE_CACHE: join(root, 'node_modules/.orderwright/compiled'),
  }
}
