import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { NotKeptError } from '../simulator/not-kept-error.ts'

/** A file that grows by whole lines. */
export interface LineFile {
  /** @throws NotKeptError for a line that could not be written whole; the file is then as it was */
  append(line: string): void
  close(): void
}

type Write = (file: number, bytes: Uint8Array, offset: number) => number

/** @param write gives how many bytes it wrote, which may be fewer; `writeSync` unless a test has its own */
export function openLineFile(path: string, write: Write = writeSync): LineFile {
  const file = openSync(path, 'a')
  let length = fstatSync(file).size
  return {
    append(line) {
      const bytes = Buffer.from(line)
      try {
        for (let written = 0; written < bytes.length; ) written += write(file, bytes, written)
      } catch (error) {
        // The next line would go on where this one broke off.
        ftruncateSync(file, length)
        throw new NotKeptError(
          `The state file cannot be written (${codeOf(error)}): make room. What was done since is kept with the next line that can be written.`,
        )
      }
      length += bytes.length
    },
    close: () => closeSync(file),
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
