import { isUpstreamError, type RefusedError, type UpstreamErrorKind } from '@orderwright/client'
import { isolate } from '@orderwright/core'
import { describeFailure, UserFacingError } from '../../platform/errors.ts'
import type { Account } from '../account.ts'

/** Returns one sentence for an error of an account's upstream: what went wrong, and what to do. */
export function describeError(error: unknown, account: Pick<Account, 'name' | 'baseUrl'>): string {
  if (error instanceof UserFacingError) return error.message
  if (!isUpstreamError(error)) return describeFailure(error)
  const host = new URL(account.baseUrl).host
  if (error.kind === 'refused') return refused(error, isolate(account.name))
  if (error.kind === 'http_status') return httpStatus(error.httpStatus ?? 0, host)
  return sentences[error.kind](host)
}

const sentences = {
  network: host => `${host} could not be reached. Check the address and your connection, then try again.`,
  timeout: host => `${host} did not answer in time. Try again in a moment.`,
  aborted: host => `The request to ${host} was broken off. Try again.`,
  redirected: host =>
    `${host} sends requests on to another address, which is not followed because your key would go along. Enter that address instead.`,
  unreadable: host =>
    `${host} answered, but not as this kind of API does. Check the address and the kind of account.`,
} as const satisfies Record<Exclude<UpstreamErrorKind, 'http_status' | 'refused'>, (host: string) => string>

function refused(error: RefusedError, name: string): string {
  const said = error.messages.map(message => message.text).join(' ')
  if (error.rejection.kind === 'invalid_key' || /\bkey\b/i.test(said)) {
    return `The key of ${name} was not accepted. Copy it again from your account there, and save it in the settings.`
  }
  return said === '' ? `${name} refused the request and did not say why.` : `${name} says: “${isolate(said)}”`
}

function httpStatus(status: number, host: string): string {
  if (status === 401 || status === 403)
    return `${host} does not let you in (HTTP ${status}). Check the key and the address.`
  if (status === 404) return `There is no API at this address of ${host} (HTTP 404). Check the address.`
  if (status === 429) return `${host} asks for fewer requests. Wait a minute, then try again.`
  if (status >= 500) return `${host} has trouble of its own (HTTP ${status}). Try again later.`
  return `${host} refused the request (HTTP ${status}). Check the address.`
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
