import type { LogEntry } from '../../../request-log/entry.ts'
import type { Api } from './api.ts'

export interface JournalNews {
  /** Whether what was seen before is no longer in the journal: it was cleared, or the server was reset. */
  readonly isNew: boolean
  readonly entries: readonly LogEntry[]
}

/** Asks for what has come since it was asked last, at most `most` requests. */
export function followJournal(api: Api, most: number): () => Promise<JournalNews> {
  let seen = 0
  return async () => {
    const latest = await api.get<readonly LogEntry[]>('/journal?limit=1')
    const last = latest[0]?.sequence ?? 0
    const isNew = last < seen
    const after = isNew ? 0 : seen
    seen = last
    if (last === after) return { isNew, entries: [] }
    const entries = await api.get<readonly LogEntry[]>(`/journal?after=${after}&limit=${most}`)
    seen = entries.at(-1)?.sequence ?? last
    return { isNew, entries }
  }
}
