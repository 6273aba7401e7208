import { duplicateWindow } from '../limits/duplicate-window.ts'
import { capNames, type Limits } from '../limits/limits.ts'
import type { ImportPreview } from './import-preview.ts'

type LimitsPreview = Pick<ImportPreview, 'limitedAccounts' | 'duplicateMinutes'>

/** What an import changes of the limits. `names`: what each account is called, by its id. */
export function limitsPreview(
  here: Limits,
  joined: Limits,
  names: ReadonlyMap<string, string>,
): LimitsPreview {
  const isStricter = (id: string): boolean => {
    const [before, after] = [here.accounts[id]?.caps, joined.accounts[id]?.caps]
    return capNames.some(name => before?.[name] !== after?.[name])
  }
  const [before, after] = [duplicateWindow(here), duplicateWindow(joined)]
  return {
    limitedAccounts: [...names].filter(([id]) => isStricter(id)).map(([, name]) => name),
    duplicateMinutes: before === after ? undefined : { before, after },
  }
}
