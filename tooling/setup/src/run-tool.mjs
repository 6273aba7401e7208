import { spawn } from 'node:child_process'

/**
 * @typedef {object} Outcome
 * @property {number} code The exit code; 127 where the command could not be started.
 * @property {string} output What it wrote to both streams, empty where they are `inherit`ed.
 */

/**
 * Runs a command to its end, whatever that is.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdio?: 'pipe' | 'inherit' }} options
 * @returns {Promise<Outcome>}
 */
export async function runTool(command, args, options) {
  const stdio = options.stdio ?? 'pipe'
  // npx and pnpm are `.cmd` files on Windows, which only a shell starts.
  const shell = process.platform === 'win32'
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['inherit', stdio, stdio],
    shell,
  })
  const stopForwarding = forwardSignals(child)
  let output = ''
  child.stdout?.on('data', chunk => {
    output += chunk
  })
  child.stderr?.on('data', chunk => {
    output += chunk
  })
  return await new Promise(resolve => {
    child.on('error', error => resolve({ code: 127, output: String(error) }))
    child.on('close', code => {
      stopForwarding()
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * Ctrl+C reaches the child by itself: this process only has to outlive it. A SIGTERM it has to pass on.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function forwardSignals(child) {
  const wait = () => undefined
  const end = () => {
    child.kill('SIGTERM')
  }
  process.on('SIGINT', wait)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', wait)
    process.off('SIGTERM', end)
  }
}
