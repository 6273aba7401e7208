import { type AnyUpstreamError, isUpstreamError } from '@orderwright/client'

export interface AskedApart<T> {
  /** One for each id, in their order; `undefined` if it failed. */
  readonly answers: readonly (T | undefined)[]
  /** The ids that could not be asked about. */
  readonly failed: readonly string[]
}

type Ask<T> = (ids: readonly string[]) => Promise<readonly T[]>

/** How many requests may fail in search of the ids that make them fail. A client that refuses an id sends none. */
const mostFailures = 12

/**
 * Asks about many ids at once. If that fails in a way that one of them may have caused, asks about each half by itself
 * until that one is found, so that one odd id does not end the polling of all others.
 *
 * @throws what `ask` throws if it concerns the whole account.
 *
 * @example
 * ```ts
 * const ask = async ids => {
 *   if (ids.includes('odd')) throw new TypeError('no such id')
 *   return ids.map(id => `status of ${id}`)
 * }
 * await askApart(['1', 'odd'], ask) // { answers: ['status of 1', undefined], failed: ['odd'] }
 * ```
 */
export async function askApart<T>(ids: readonly string[], ask: Ask<T>): Promise<AskedApart<T>> {
  let failures = 0
  const judge = async (some: readonly string[], error: unknown): Promise<void> => {
    if (!mayBeOne(error)) throw error
    if (!isUpstreamError(error)) return
    failures += 1
    if (failures > mostFailures) throw error
    if (failures === 1) await requireAny([some[0], some.at(-1)], ask, error)
  }
  const part = async (some: readonly string[]): Promise<AskedApart<T>> => {
    try {
      return { answers: await ask(some), failed: [] }
    } catch (error) {
      await judge(some, error)
    }
    if (some.length === 1) return { answers: [undefined], failed: some }
    const half = Math.ceil(some.length / 2)
    const [left, right] = [await part(some.slice(0, half)), await part(some.slice(half))]
    return { answers: [...left.answers, ...right.answers], failed: [...left.failed, ...right.failed] }
  }
  return await part(ids)
}

/**
 * Throws if each of the probes fails alone too: then none of them is the cause.
 *
 * @throws {UpstreamError} the error that the whole batch had.
 */
async function requireAny<T>(
  probes: readonly (string | undefined)[],
  ask: Ask<T>,
  error: AnyUpstreamError,
): Promise<void> {
  const [first, last] = probes
  for (const id of first === last ? [] : probes) {
    const isAnswered = await ask([id ?? '']).then(
      () => true,
      () => false,
    )
    if (isAnswered) return
  }
  throw error
}

/**
 * Returns whether a single id may have caused this error. A network error concerns all ids. If an upstream rejects all,
 * the client itself has asked about halves already.
 */
function mayBeOne(error: unknown): boolean {
  if (!isUpstreamError(error)) return error instanceof TypeError
  if (error.retryAfterMs !== undefined) return false
  return error.kind === 'unreadable' || (error.kind === 'http_status' && error.httpStatus === 500)
}
