import type { UpstreamState } from '../upstream/upstream-state.ts'
import { type KeptState, readStateFile } from './read-state-file.ts'
import { restoreState } from './restore-state.ts'
import { createStateFile, type StateFile } from './state-file.ts'

export interface OpenStateFile extends StateFile {
  /** What an earlier server left; `undefined` where there was no file. */
  readonly kept: KeptState | undefined
  /** Puts it into a server that has just begun. */
  restore(state: UpstreamState): void
}

/** @throws RangeError as {@link readStateFile} does */
export function openStateFile(path: string): OpenStateFile {
  const kept = readStateFile(path)
  return {
    ...createStateFile(path),
    kept,
    restore(state) {
      if (kept !== undefined) restoreState(state, kept)
    },
  }
}
