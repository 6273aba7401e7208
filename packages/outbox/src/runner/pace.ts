import { poolOf } from './pool.ts'
import type { Clock, OutboxPorts, Pacing } from './ports.ts'

/** What an outbox has under way, so that it can end in order. */
export interface Work {
  /** Aborted once nothing more is to be sent. */
  readonly signal: AbortSignal
  /** Runs a task that `drain` waits for. */
  readonly track: <T>(task: Promise<T>) => Promise<T>
  /** The places of each pace, which this outbox has taken. */
  readonly places: Places
  /** Which accounts' upstreams are left alone, since they could not be polled. */
  readonly backOffs: Map<string, BackOff>
}

/** How often an account's upstream failed in a row, and until when it is left alone, in milliseconds since 1970. */
export interface BackOff {
  readonly failures: number
  readonly until: number
}

/** Who waits for a place of a pace, and which ones are taken, by its key. */
export type Places = Map<
  string,
  { readonly taken: Set<number>; readonly waiting: ((place: number) => void)[] }
>

const defaultMostWaitMs = 30_000

/**
 * Runs a task when it is its turn: no more tasks of one pace run at once than its concurrency, in all processes that share the
 * locks, and none before its turn was booked. The task is told whether it may send: not if its turn is too far away, and not if the
 * outbox was drained meanwhile.
 */
export async function inTurn<T>(
  ports: OutboxPorts,
  work: Work,
  accountId: string,
  task: (maySend: boolean) => Promise<T>,
): Promise<T> {
  const { pacing, lock, clock } = ports
  const [{ name }, pace = {}] = await Promise.all([poolOf(ports, accountId), pacing?.paceOf(accountId)])
  const { key = name, concurrency = 1, perMinute } = pace
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`paceOf: concurrency must be 1 or more, was given ${concurrency}`)
  }
  return await inOwnPlace(work.places, { key, concurrency }, place =>
    inSharedPlace(lock, { key, concurrency, place }, async () => {
      const hasCome =
        pacing === undefined || (await awaitTurn(pacing, clock, { key, perMinute }, work.signal))
      return await task(hasCome && !work.signal.aborted)
    }),
  )
}

/** Waits for the next turn if that is near, and resolves with whether it has come. */
async function awaitTurn(
  { store, wait, mostWaitMs = defaultMostWaitMs }: Pacing,
  clock: Clock,
  { key, perMinute }: { readonly key: string; readonly perMinute: number | undefined },
  signal: AbortSignal,
): Promise<boolean> {
  const intervalMs = perMinute === undefined ? 0 : 60_000 / perMinute
  const now = clock.now()
  const latest = now + mostWaitMs
  const turnAt = await store.book(key, { intervalMs, now, latest })
  if (turnAt > latest) return false
  if (turnAt > clock.now()) await wait(turnAt - clock.now(), signal)
  return true
}

interface Lanes {
  readonly key: string
  readonly concurrency: number
}

/** Waits for a place among the tasks of this outbox, in the order in which they came. */
async function inOwnPlace<T>(
  places: Places,
  { key, concurrency }: Lanes,
  task: (place: number) => Promise<T>,
): Promise<T> {
  const own = places.get(key) ?? { taken: new Set(), waiting: [] }
  places.set(key, own)
  let place = 0
  if (own.taken.size >= concurrency) place = await new Promise<number>(resolve => own.waiting.push(resolve))
  else while (own.taken.has(place)) place += 1
  own.taken.add(place)
  try {
    return await task(place)
  } finally {
    const next = own.waiting.shift()
    if (next !== undefined) next(place)
    else own.taken.delete(place)
    if (own.taken.size === 0) places.delete(key)
  }
}

/** Takes a place that no other process has: this task's own number, or any that is free; or else waits for its own. */
async function inSharedPlace<T>(
  { run, tryRun }: OutboxPorts['lock'],
  { key, concurrency, place }: Lanes & { readonly place: number },
  task: () => Promise<T>,
): Promise<T> {
  const boxed = async (): Promise<{ readonly value: T }> => ({ value: await task() })
  const nameOf = (index: number): string => `outbox send ${key} ${index}`
  if (concurrency > 1) {
    for (let step = 0; step < concurrency; step += 1) {
      const done = await tryRun(nameOf((place + step) % concurrency), boxed)
      if (done !== undefined) return done.value
    }
  }
  return await run(nameOf(place), task)
}
