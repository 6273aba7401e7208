import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What a program reads from its standard input, and prints. */
export const interpreters: Readonly<Record<string, readonly [string, ...string[]]>> = {
  python: ['python3', '-'],
  php: ['php'],
  bash: ['bash', '-s'],
}

/** What an example prints; `undefined` where its interpreter is not on this machine. */
export async function runExample(
  [command, ...args]: readonly [string, ...string[]],
  source: string,
): Promise<string | undefined> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', data => {
    printed += String(data)
  })
  // One that cannot be started has no end of a pipe to write to.
  child.stdin.on('error', () => undefined)
  const failed = once(child, 'error').then(() => true)
  const closed = once(child, 'close').then(() => false)
  child.stdin.end(source)
  return (await Promise.race([failed, closed])) ? undefined : printed
}
