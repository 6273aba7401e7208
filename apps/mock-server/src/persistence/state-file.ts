import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { clearTimeout, setTimeout } from 'node:timers'
import { parseSnapshot, type Snapshot, snapshotFormat } from './snapshot-schema.ts'

export interface StateFile {
  /** What an earlier server left; `undefined` if there was no file. */
  readonly snapshot: Snapshot | undefined
  /**
   * Writes a first snapshot, and from now on another after each change.
   * @throws RangeError for a file that cannot be written
   */
  begin(take: () => Snapshot): void
  /** Has the next snapshot written {@link snapshotMs} from now, if none is about to be. */
  onChange(): void
  /**
   * Writes what has changed since the last snapshot.
   * @throws RangeError for a file that cannot be written; closing again tries again
   */
  close(): void
}

/** How long what changes may stand in memory alone, in milliseconds of the wall's clock. */
const snapshotMs = 100

/**
 * Reads a state file, and keeps it up to date. Each snapshot is written beside the file and renamed into its place, so that
 * a process that is killed leaves a whole one. What a request changes is changed in one go: no snapshot stands between.
 * @throws RangeError for a file that is no state file, or cannot be read
 */
export function openStateFile(path: string): StateFile {
  const snapshot = readSnapshot(path)
  let take: (() => Snapshot) | undefined
  let timer: NodeJS.Timeout | undefined
  let isBehind = false
  let isTold = false
  let isClosed = false

  const write = (): void => {
    if (take === undefined) return
    writeBeside(path, JSON.stringify(take()))
    isBehind = false
    isTold = false
  }
  const tryToWrite = (): void => {
    timer = undefined
    try {
      write()
    } catch (error) {
      // A full disk would be told of ten times a second.
      if (!isTold)
        process.stderr.write(`${messageOf(error)}. What has changed is written with the next change.\n`)
      isTold = true
    }
  }
  return {
    snapshot,
    begin(given) {
      take = given
      write()
    },
    onChange() {
      isBehind = true
      if (take === undefined || isClosed) return
      timer ??= setTimeout(tryToWrite, snapshotMs)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      if (isBehind) write()
    },
  }
}

function writeBeside(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(unfinished, `${text}\n`)
    renameSync(unfinished, path)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw new RangeError(
      `${path} cannot be written${codeOf(error)}: make room, or give a state file that this user may read and write`,
    )
  }
}

function readSnapshot(path: string): Snapshot | undefined {
  if (!existsSync(path)) return undefined
  const text = textOf(path)
  if (text === '') return undefined
  const snapshot = parseSnapshot(text)
  if (snapshot !== undefined) return snapshot
  throw new RangeError(
    /^\{"format":"orderwright-mock \d+"/.test(text) && !text.startsWith(`{"format":"${snapshotFormat}"`)
      ? `${path} was written by another version of orderwright-mock: start that one, or give another state file`
      : `${path} is no state file of orderwright-mock: give another, or delete it to begin anew`,
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new RangeError(
      `${path} cannot be read${codeOf(error)}: give a state file that this user may read and write`,
    )
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
