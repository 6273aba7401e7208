import { unfinishedItem } from '../../storage/unfinished.ts'
import { finishForgetting } from './forget-everything.ts'
import { finishImport } from './import-data.ts'

/** For the worker's start: takes to its end what an earlier worker began. */
export async function finishUnfinished(): Promise<void> {
  const unfinished = await unfinishedItem.get()
  if (unfinished?.kind === 'import') await finishImport(unfinished.backup)
  if (unfinished?.kind === 'forget') await finishForgetting()
  // An import that is over may have left the note that it is.
  await unfinishedItem.remove()
}
