import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** The root of the repository. */
export const root: string = join(import.meta.dirname, '../../..')

export interface CommandResult {
  readonly succeeded: boolean
  /** Both streams, in the order of their arrival. */
  readonly output: string
}

/** Runs a command in `cwd` to its end, whatever that is; it does not outlive this process. */
export function runCommand(
  [command = '', ...args]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<CommandResult> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = (): void => {
    child.kill()
  }
  process.on('exit', end)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    // Decoded by the stream: a letter may be cut in two between chunks.
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise(resolve => {
    child.on('error', error => resolve({ succeeded: false, output: String(error) }))
    child.on('close', code => {
      process.off('exit', end)
      resolve({ succeeded: code === 0, output })
    })
  })
}
