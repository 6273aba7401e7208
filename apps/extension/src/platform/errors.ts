import { messages as texts } from './texts/en.generated.ts'

/**
 * Returns why the extension itself could not do its work, and what to do, for an error that has no sentence of its
 * own.
 */
export function describeFailure(error: unknown): string {
  const { name } = nameOf(error)
  if (name === 'VersionError') {
    return texts.newerData()
  }
  if (isStorageFull(error)) {
    return texts.storageFull()
  }
  return texts.failure()
}

/** Returns whether the browser had no room left for what was to be stored. */
export function isStorageFull(error: unknown): boolean {
  const { name, message } = nameOf(error)
  return name === 'QuotaExceededError' || /quota/i.test(message)
}

function nameOf(error: unknown): Pick<Error, 'name' | 'message'> {
  return error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' }
}

/** An error whose message is a sentence for a person: it says why the worker could not do what it was asked, and what to do. */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError'
}
