import { lockFile } from './lock-file.ts'
import { type KeptState, readStateFile } from './read-state-file.ts'
import { type RestoredParts, restoreState } from './restore-state.ts'
import { createStateFile, type StateFile } from './state-file.ts'

export interface OpenStateFile extends StateFile {
  /** What an earlier server left; `undefined` where there was no file. */
  readonly kept: KeptState | undefined
  /** Puts it into a server that has just begun. */
  restore(parts: RestoredParts): void
}

/** @throws RangeError for a file that another server holds, that is no state file, or that is damaged */
export function openStateFile(path: string): OpenStateFile {
  const unlock = lockFile(path)
  try {
    const kept = readStateFile(path)
    const stateFile = createStateFile(path)
    return {
      ...stateFile,
      kept,
      restore(parts) {
        if (kept !== undefined) restoreState(parts, kept)
      },
      close() {
        stateFile.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
