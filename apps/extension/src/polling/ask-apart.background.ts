import { type AnyUpstreamError, isUpstreamError } from '@orderwright/client'

export interface AskedApart<T> {
  /** One for each id, in their order; `undefined` where it failed. */
  readonly answers: readonly (T | undefined)[]
  /** The ids that could not be asked about. */
  readonly failed: readonly string[]
}

type Ask<T> = (ids: readonly string[]) => Promise<readonly T[]>

/** How many requests may fail in search of the ids that make them fail. A client that refuses an id sends none. */
const mostFailures = 12

/**
 * Asks about many ids at once and, where that fails as it may by one of them, about each half by itself, until the one
 * is found: an odd number does not end the following of all others.
 *
 * @throws what `ask` throws where it concerns the whole account.
 */
export async function askApart<T>(ids: readonly string[], ask: Ask<T>): Promise<AskedApart<T>> {
  let failures = 0
  const weigh = async (some: readonly string[], error: unknown): Promise<void> => {
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
      await weigh(some, error)
    }
    if (some.length === 1) return { answers: [undefined], failed: some }
    const half = Math.ceil(some.length / 2)
    const [left, right] = [await part(some.slice(0, half)), await part(some.slice(half))]
    return { answers: [...left.answers, ...right.answers], failed: [...left.failed, ...right.failed] }
  }
  return await part(ids)
}

/** @throws {UpstreamError} where each alone fails too, so that none of them is what is wrong. */
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
 * Whether an answer, or a client before it asks, may have failed by a single id; a network fails all. What an upstream
 * refuses as a whole the client itself asks about by halves.
 */
function mayBeOne(error: unknown): boolean {
  if (!isUpstreamError(error)) return error instanceof TypeError
  if (error.retryAfterMs !== undefined) return false
  return error.kind === 'unreadable' || (error.kind === 'http_status' && error.httpStatus === 500)
}
