import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Contestant, formType } from './contestant.ts'

export interface Running extends AsyncDisposable {
  readonly url: string
  /** From the start of the process to its first answer. */
  readonly startMs: number
  /** Processor time of the process so far; `NaN` where the system does not tell. */
  cpuMs(): number
}

/** Longer than the slowest takes on a busy machine. */
const patienceMs = 60_000

/** @throws {Error} for one that ends, or does not answer in time */
export async function runContestant(contestant: Contestant, folder: string, port: number): Promise<Running> {
  for (const [name, text] of Object.entries(contestant.files?.(port) ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const url = `http://127.0.0.1:${port}${contestant.path}`
  const [program, ...args] = contestant.command(port)
  const begin = performance.now()
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' })
  try {
    await firstAnswer(url, contestant, child, begin + patienceMs)
  } catch (error) {
    await stop(child)
    throw error
  }
  return {
    url,
    startMs: performance.now() - begin,
    cpuMs: () => cpuMsOf(child.pid),
    [Symbol.asyncDispose]: () => stop(child),
  }
}

async function firstAnswer(
  url: string,
  { name, body }: Contestant,
  child: ChildProcess,
  until: number,
): Promise<void> {
  while (performance.now() < until && child.exitCode === null) {
    const headers = { 'Content-Type': formType }
    // Refused, until it listens.
    const answer = await fetch(url, { method: 'POST', body, headers }).catch(() => undefined)
    if (answer?.ok === true) {
      await answer.json()
      return
    }
    await setTimeout(2)
  }
  throw new Error(
    `${name} ${child.exitCode === null ? 'did not answer in time' : 'ended before it answered'}.`,
  )
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** Linux counts a process's time in hundredths of a second. */
function cpuMsOf(pid: number | undefined): number {
  try {
    const [, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    const numbers = fields.join(') ').split(' ')
    return (Number(numbers[11]) + Number(numbers[12])) * 10
  } catch {
    return Number.NaN
  }
}
