import { type ReadonlySignal, signal } from '@preact/signals'
import { type Answer, request } from '../platform/request.ts'
import { listSetAside, readSetAside, removeSetAside, type SetAside } from '../platform/set-aside.ts'
import { backupLimit } from './backup-file.ts'
import type { ImportPreview } from './import-preview.ts'
import { backupMessages } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'

/** A file that was chosen, and what it would do. */
export interface ChosenFile {
  readonly name: string
  readonly text: string
  readonly preview: ImportPreview
}

export interface DataModel {
  readonly file: ReadonlySignal<ChosenFile | undefined>
  /** What the last import did. */
  readonly imported: ReadonlySignal<ImportPreview | undefined>
  /** What was set aside because it could not be read. */
  readonly setAside: ReadonlySignal<readonly SetAside[]>
  /** What went wrong, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  readonly isBusy: ReadonlySignal<boolean>
  export(now: Date): Promise<void>
  /** Looks at a file, and stores nothing. */
  choose(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void>
  import(): Promise<void>
  cancel(): void
  downloadSetAside(aside: SetAside): Promise<void>
  removeSetAside(aside: SetAside): Promise<void>
  /** Resolves with whether everything is forgotten. */
  forget(): Promise<boolean>
}

/**
 * Opens what the settings show and do about stored data. `download` hands a file with that name and content to the
 * person.
 */
export async function openDataModel(download: (name: string, text: string) => void): Promise<DataModel> {
  const file = signal<ChosenFile | undefined>(undefined)
  const imported = signal<ImportPreview | undefined>(undefined)
  const setAside = signal<readonly SetAside[]>(await listSetAside())
  const problem = signal<string | undefined>(undefined)
  const isBusy = signal(false)

  /** Does one thing at a time; `undefined` if it failed, which the screen then says. */
  async function doing<T>(asked: () => Promise<Answer<T>>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    problem.value = undefined
    imported.value = undefined
    const answer = await asked().catch(() => ({ ok: false, sentence: interrupted }) as const)
    isBusy.value = false
    if (answer.ok) return answer.value
    problem.value = answer.sentence
    return undefined
  }

  return {
    file,
    imported,
    setAside,
    problem,
    isBusy,
    export: async now => {
      const backup = await doing(() => request(backupMessages['export-data'], {}, interrupted))
      if (backup === undefined) return
      download(`orderwright-${now.toISOString().slice(0, 10)}.json`, JSON.stringify(backup, null, 2))
    },
    choose: async chosen => {
      file.value = undefined
      await doing(async () => {
        if (chosen.size > backupLimit) return tooLarge
        const text = await chosen.text()
        const answer = await request(backupMessages['preview-import'], { text }, interrupted)
        if (answer.ok) file.value = { name: chosen.name, text, preview: answer.value }
        return answer
      })
    },
    import: async () => {
      const chosen = file.value
      if (chosen === undefined) return
      const { text, preview } = chosen
      const done = await doing(() =>
        request(backupMessages['import-data'], { text, digest: preview.digest }, interrupted),
      )
      if (done !== undefined) {
        file.value = undefined
        imported.value = done
        return
      }
      // The stored data may have changed since the preview.
      const answer = await request(backupMessages['preview-import'], { text }, interrupted)
      file.value = answer.ok ? { ...chosen, preview: answer.value } : undefined
    },
    cancel: () => {
      file.value = undefined
    },
    downloadSetAside: async aside => {
      const value = await readSetAside(aside)
      download(
        `orderwright-set-aside-${aside.key.replace(/[^\w-]+/g, '-')}.json`,
        JSON.stringify(value, null, 2),
      )
    },
    removeSetAside: async aside => {
      await doing(async () => {
        await removeSetAside(aside)
        return { ok: true, value: null }
      })
      setAside.value = await listSetAside()
    },
    forget: async () =>
      (await doing(() => request(backupMessages['forget-everything'], {}, interrupted))) !== undefined,
  }
}

const interrupted = texts.interrupted()

const tooLarge = { ok: false, sentence: texts.tooLarge() } as const
