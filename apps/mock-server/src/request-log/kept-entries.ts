import type { LogEntry } from './entry.ts'

/** The latest entries, oldest first: at most so many, and at most so many bytes together. */
export interface KeptEntries {
  /**
   * @param sentLength the characters of the request, of which an entry's texts may be parts
   * @returns what changes the entry, as long as it is kept
   */
  add(entry: LogEntry, sentLength: number): (change: (entry: LogEntry) => LogEntry) => void
  list(): readonly LogEntry[]
  clear(): void
}

/** Reckoned with two bytes for each character, as a JavaScript string takes at most. */
const mostBytes = 64 * 1024 * 1024

export function createKeptEntries(limit: number): KeptEntries {
  let entries: LogEntry[] = []
  let sizes: number[] = []
  let first = 0
  let bytes = 0
  /** Of entries that are let go and still stand in the list. */
  let staleBytes = 0
  return {
    add(given, sentLength) {
      const own = charactersOf(given)
      // A part of a text keeps all of that text.
      const entry = sentLength > 2 * own + slack ? copyOf(given) : given
      const size = 2 * Math.max(own, entry === given ? sentLength : 0) + entryBytes
      entries.push(entry)
      sizes.push(size)
      bytes += size
      // The latest one stays, whatever its size.
      while (entries.length - first > limit || (bytes > mostBytes && first < entries.length - 1)) {
        const size = sizes[first] ?? 0
        bytes -= size
        staleBytes += size
        first += 1
      }
      // Cut in batches: shifting a long list at every request is slow.
      if (first > entries.length / 2 || staleBytes > mostBytes / 8) {
        staleBytes = 0
        entries = entries.slice(first)
        sizes = sizes.slice(first)
        first = 0
      }
      return change => {
        const at = entries.lastIndexOf(entry)
        if (at !== -1) entries[at] = change(entry)
      }
    },
    list: () => entries.slice(first),
    clear() {
      entries = []
      sizes = []
      first = 0
      bytes = 0
      staleBytes = 0
    },
  }
}

/** What is not worth a copy. */
const slack = 4096

/** An entry without its texts: the objects that hold them. */
const entryBytes = 500

function charactersOf({
  fields,
  headers,
  answer,
  path,
  action = '',
  account = '',
  suggestions,
}: LogEntry): number {
  let count = path.length + action.length + account.length + (answer?.body.length ?? 0)
  for (const suggestion of suggestions) count += suggestion.length
  for (const name in headers) count += name.length + (headers[name]?.length ?? 0) + fieldCharacters
  for (const name in fields) count += name.length + (fields[name]?.length ?? 0) + fieldCharacters
  return count
}

/** What a field takes beside its texts, as if it were some more of them. */
const fieldCharacters = 16

/** The entry with texts of its own. */
function copyOf(entry: LogEntry): LogEntry {
  return {
    ...entry,
    path: own(entry.path),
    action: entry.action && own(entry.action),
    fields: ownFields(entry),
  }
}

function ownFields({ fields }: LogEntry): LogEntry['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [own(name), own(text)]))
}

/** `slice` and the like give a view of the text that they are called on. */
function own(text: string): string {
  return String(JSON.parse(JSON.stringify(text)))
}
