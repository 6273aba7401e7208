import { isolate } from '@orderwright/core'
import type { ImportPreview } from '../data/import-preview.ts'
import { windowWords } from '../limits/duplicate-window.ts'

/** What an import would do, or has done, a line each. */
export function describeImport(preview: ImportPreview, isDone: boolean): readonly string[] {
  const { newAccounts, keptAccounts, newOrders, updatedOrders, keptOrders, newDrafts } = preview
  const { limitedAccounts, duplicateMinutes } = preview
  const [added, learnt] = isDone
    ? ['added', 'known better than before']
    : ['would be added', 'would be known better than now']
  const lines = [
    newAccounts.length > 0 &&
      `${names(newAccounts)} ${added}. Enter ${newAccounts.length === 1 ? 'its key' : 'their keys'} again.`,
    keptAccounts.length > 0 && `${names(keptAccounts)} stay${keptAccounts.length === 1 ? 's' : ''} as here.`,
    newOrders > 0 && `${counted(newOrders, 'order')} ${added}.`,
    updatedOrders > 0 && `${counted(updatedOrders, 'order')} ${learnt}.`,
    keptOrders > 0 && `${counted(keptOrders, 'order')} here already.`,
    newDrafts > 0 && `${counted(newDrafts, 'draft')} ${added}.`,
    limitedAccounts.length > 0 && `Limits of ${listed(limitedAccounts)} ${added}; the stricter hold.`,
    duplicateMinutes !== undefined && describeWindow(duplicateMinutes, isDone),
  ].filter(line => line !== false)
  return lines.length === 0 ? ['Nothing in it is new.'] : lines
}

function counted(count: number, word: string): string {
  return `${new Intl.NumberFormat('en').format(count)} ${word}${count === 1 ? '' : 's'}`
}

function names(accounts: readonly string[]): string {
  return `${accounts.length === 1 ? 'Account' : 'Accounts'} ${listed(accounts)}`
}

function listed(accounts: readonly string[]): string {
  return new Intl.ListFormat('en').format(accounts.map(isolate))
}

function describeWindow(
  { before, after }: NonNullable<ImportPreview['duplicateMinutes']>,
  isDone: boolean,
): string {
  const words = (minutes: number): string => (minutes === 0 ? 'never' : `within ${windowWords(minutes)}`)
  const asked = isDone ? 'You are asked' : 'You would be asked'
  return `${asked} before the same order: ${words(after)} instead of ${words(before)}.`
}
