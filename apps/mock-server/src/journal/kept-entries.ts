import type { JournalEntry } from './journal.ts'

/** The latest entries, oldest first: at most so many, and at most so much text together. */
export interface KeptEntries {
  add(entry: JournalEntry): void
  list(): readonly JournalEntry[]
  clear(): void
}

/** Texts of a JavaScript string take one or two bytes a character. */
const mostCharacters = 32 * 1024 * 1024

export function createKeptEntries(limit: number): KeptEntries {
  let entries: JournalEntry[] = []
  let sizes: number[] = []
  let first = 0
  let characters = 0
  return {
    add(entry) {
      const size = sizeOf(entry)
      entries.push(entry)
      sizes.push(size)
      characters += size
      // The latest one stays, whatever its size.
      while (entries.length - first > limit || (characters > mostCharacters && first < entries.length - 1)) {
        characters -= sizes[first] ?? 0
        first += 1
      }
      // Cut in batches: shifting a long list at every request is slow.
      if (first > entries.length / 2) {
        entries = entries.slice(first)
        sizes = sizes.slice(first)
        first = 0
      }
    },
    list: () => entries.slice(first),
    clear() {
      entries = []
      sizes = []
      first = 0
      characters = 0
    },
  }
}

function sizeOf({ fields, answer, path, action = '' }: JournalEntry): number {
  let sent = 0
  for (const name in fields) sent += name.length + (fields[name]?.length ?? 0)
  return sent + path.length + action.length + (answer?.body.length ?? 0)
}
