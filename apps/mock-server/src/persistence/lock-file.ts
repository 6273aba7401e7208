import { linkSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { clearInterval, setInterval } from 'node:timers'

/** How often a holder says that it is there, and after how long a silence it is not. */
const everyMs = 3000
const silentMs = 10_000

/**
 * Holds a file for this process until what it gives is called, by a lock file beside it. A lock that a dead process left is taken over:
 * of this machine at once, of another (a container) once it has been silent for ten seconds.
 * @throws RangeError for a file that another server holds, naming it
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`
  const own = `${JSON.stringify({ host: hostname(), pid: process.pid, startedAt: startOf(process.pid) })}\n`
  if (!created(lock, own)) {
    const other = read(lock)
    const holder = holderIn(other ?? '')
    if (isThere(holder, lock)) throw inUse(path, holder)
    if (other !== undefined) removeDead(path, lock, other)
    if (!created(lock, own)) throw inUse(path, holderIn(read(lock) ?? ''))
  }
  const beat = setInterval(() => ignoringErrors(() => utimesSync(lock, new Date(), new Date())), everyMs)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (read(lock) === own) ignoringErrors(() => unlinkSync(lock))
  }
}

interface Holder {
  readonly host: unknown
  readonly pid: number
  /** What the system says of when the process began; absent where it says nothing. */
  readonly startedAt: unknown
}

function created(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw new RangeError(
      `${lock} cannot be written: give a state file in a folder that this user may write to`,
    )
  }
}

/** Two servers may find the same dead lock: what was moved away is looked at again, and put back where it is no more the dead one. */
function removeDead(path: string, lock: string, dead: string): void {
  const aside = `${lock}.${process.pid}`
  ignoringErrors(() => renameSync(lock, aside))
  const moved = read(aside)
  if (moved !== undefined && moved !== dead) ignoringErrors(() => linkSync(aside, lock))
  ignoringErrors(() => unlinkSync(aside))
  if (moved !== undefined && moved !== dead) throw inUse(path, holderIn(moved))
}

function isThere(holder: Holder | undefined, lock: string): boolean {
  if (holder?.host === hostname()) {
    if (!isAlive(holder.pid)) return false
    // Numbers of processes are used again.
    const startedAt = startOf(holder.pid)
    if (startedAt !== undefined && holder.startedAt !== undefined) return startedAt === holder.startedAt
  }
  // One that says nothing is being written.
  return Date.now() - modifiedAt(lock) < silentMs
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process began, in ticks since the machine did; Linux alone tells it in a file. */
function startOf(pid: number): string | undefined {
  const text = read(`/proc/${pid}/stat`)
  // The name of the program stands in brackets, and may hold spaces.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19]
}

function holderIn(text: string): Holder | undefined {
  try {
    const { host, pid, startedAt }: Partial<Holder> = Object(JSON.parse(text))
    return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0
      ? { host, pid, startedAt }
      : undefined
  } catch {
    return undefined
  }
}

function inUse(path: string, holder: Holder | undefined): RangeError {
  const who =
    holder === undefined ? 'another server' : `another server, process ${holder.pid} on ${holder.host}`
  return new RangeError(`${path} is in use by ${who}: end it, or give another state file`)
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function modifiedAt(path: string): number {
  try {
    return statSync(path).mtimeMs
  } catch {
    return 0
  }
}

/** The file may have gone in the meantime, which is what was wanted. */
function ignoringErrors(work: () => void): void {
  try {
    work()
  } catch {
    // Nothing is left to do.
  }
}
