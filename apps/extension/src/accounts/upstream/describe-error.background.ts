import { isUpstreamError, type RefusedError } from '@orderwright/client'
import { isolate, type UpstreamKind } from '@orderwright/core'
import { describeFailure, UserFacingError } from '../../platform/errors.ts'
import type { Account } from '../account.ts'
import { messages as texts } from './texts/en.generated.ts'

/** Returns one sentence for an error of an account's upstream: what went wrong, and what to do. */
export function describeError(error: unknown, account: Pick<Account, 'name' | 'kind' | 'baseUrl'>): string {
  if (error instanceof UserFacingError) return error.message
  if (!isUpstreamError(error)) return describeFailure(error)
  const { host } = new URL(account.baseUrl)
  const name = isolate(account.name)
  if (error.kind === 'refused') return refused(error, name)
  if (error.kind === 'http_status') return httpStatus(error.httpStatus ?? 0, name, host)
  const message: (data: Facts) => string = texts.errors[error.kind]
  return message({ name, host, kind: account.kind })
}

/** What a sentence may be about; each takes what it needs. */
interface Facts {
  readonly name: string
  readonly host: string
  readonly kind: UpstreamKind
}

function refused(error: RefusedError, name: string): string {
  const said = error.messages.map(message => message.text).join(' ')
  if (error.rejection.kind === 'invalid_key' || /\bkey\b/i.test(said)) {
    return texts.invalidKey({ name })
  }
  return said === '' ? texts.refused({ name }) : texts.says({ name, message: isolate(said) })
}

function httpStatus(httpStatusCode: number, name: string, host: string): string {
  const status = `${httpStatusCode}`
  if (httpStatusCode === 401 || httpStatusCode === 403) return texts.status.forbidden({ name, status })
  if (httpStatusCode === 404) return texts.status.missing({ host, status })
  if (httpStatusCode === 429) return texts.status.tooMany({ name })
  return httpStatusCode >= 500 ? texts.status.server({ name, status }) : texts.status.other({ name, status })
}

/**
 * Runs `work`, which asks an account's upstream, and turns its errors into sentences.
 *
 * @throws {UserFacingError} whose message says what went wrong.
 */
export async function withReadableErrors<T>(account: Account, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new UserFacingError(describeError(error, account))
  }
}
