import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * A child process that has started.
 *
 * @throws {Error} in one sentence, where the command is not installed.
 */
export async function startTool(
  command: string,
  args: readonly string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio, env })
  try {
    await once(child, 'spawn')
  } catch {
    const packageName = command.toLowerCase()
    throw new Error(
      `${command} is missing: install it (on Debian and Ubuntu \`apt-get install ${packageName}\`).`,
    )
  }
  return child
}

/** Ends the process and resolves once it is gone. */
export async function stopTool(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill()
  await exited
}

/** The first line that the process writes to its file descriptor `fd`. */
export async function firstLine(child: ChildProcess, fd: number): Promise<string> {
  const stream = child.stdio[fd]
  if (stream === null || stream === undefined) throw new TypeError(`File descriptor ${fd} is no pipe.`)
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${child.spawnfile} ended before it was ready.`)
  })
  const [chunk] = await Promise.race([once(stream, 'data'), ended])
  return String(chunk).trim()
}
