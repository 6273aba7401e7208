import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Changes } from '../simulator/changes.ts'
import { allOf, type Changed, type KeptParts, nothingChanged, nothingSaid, recordOf } from './changed.ts'
import { type LineFile, openLineFile } from './line-file.ts'
import { type StateRecord, stateFormat } from './state-record.ts'
import { unusable } from './unusable.ts'

export interface StateFile extends Changes {
  /** Writes all of the state anew, in one piece, and from now on a line for whatever changes. */
  begin(parts: KeptParts): void
  close(): void
}

/**
 * A file of JSON lines, each what one request changed. A line is handed to the operating system before the request is
 * answered: a process that is killed loses nothing that it answered.
 */
export function createStateFile(path: string, open: (path: string) => LineFile = openLineFile): StateFile {
  let file: LineFile | undefined
  let parts: KeptParts | undefined
  let depth = 0
  let changed = nothingChanged()
  let said = nothingSaid()
  /** Whether a line is missing: then the next says everything. */
  let isBehind = false

  const wholeOf = (kept: KeptParts): StateRecord => {
    said = nothingSaid()
    return recordOf(allOf(kept), kept, said)
  }
  const write = (record: StateRecord): void => {
    isBehind = true
    file?.append(line(record))
    isBehind = false
  }
  const flush = (): void => {
    if (depth > 0 || parts === undefined || file === undefined) return
    const record = recordOf(changed, parts, said)
    changed = nothingChanged()
    if (Object.keys(record).length > 0) write(isBehind ? { reset: true, ...wholeOf(parts) } : record)
  }
  const note = (change: (changed: Changed) => void): void => {
    if (file === undefined) return
    change(changed)
    flush()
  }

  return {
    begin(begun) {
      parts = begun
      const unfinished = `${path}.${process.pid}.tmp`
      try {
        writeFileSync(unfinished, line({ format: stateFormat, ...wholeOf(begun) }))
        renameSync(unfinished, path)
        file = open(path)
      } catch (error) {
        rmSync(unfinished, { force: true })
        throw unusable(path, 'written', error)
      }
    },
    close() {
      file?.close()
      file = undefined
    },
    account: account => note(({ accounts }) => accounts.add(account)),
    order: order => note(({ orders }) => orders.add(order)),
    refill: refill => note(({ refills }) => refills.add(refill)),
    catalogue: upstream => note(({ catalogues }) => catalogues.add(upstream)),
    clock: () =>
      note(now => {
        now.hasClock = true
      }),
    faults: () =>
      note(now => {
        now.hasFaults = true
      }),
    lives: () =>
      note(now => {
        now.hasLives = true
      }),
    reset() {
      if (parts === undefined) return
      said = nothingSaid()
      changed = { ...nothingChanged(), accounts: new Set(parts.state.accounts.list()), hasClock: true }
      write({ reset: true, ...recordOf(changed, parts, said) })
      changed = nothingChanged()
    },
    together(work) {
      depth += 1
      try {
        return work()
      } finally {
        depth -= 1
        flush()
      }
    },
  }
}

function line(record: StateRecord): string {
  return `${JSON.stringify(record)}\n`
}
