import { setTimeout } from 'node:timers/promises'
import {
  changeBy,
  type OrderEvent,
  type OrderRecord,
  type OutboxPorts,
  type Step,
  tell,
} from '@orderwright/outbox'
import type { ClientBase, Pool } from 'pg'
import { writeChanges } from '../database/write-changes.ts'
import type { PostgresStore } from '../store/create-postgres-store.ts'
import type { Claimed } from './claim.ts'

/** What became of a request. */
export interface Ended {
  readonly claimed: Claimed
  readonly event: OrderEvent
}

export interface OutcomesOptions {
  readonly pool: Pool
  readonly ports: OutboxPorts<ClientBase> & { readonly store: PostgresStore }
  /** Told of what was stored, so that there is room for more. */
  readonly onStored: (records: readonly OrderRecord[]) => void
  readonly onError: (error: unknown) => void
}

export interface Outcomes {
  /** Stores the outcome together with others that come soon. */
  add(ended: Ended): void
  /** Resolves once everything that was added is stored. */
  settled(): Promise<void>
}

/** Outcomes that come within this time are stored by one statement and one commit. */
const gatherMs = 5

const mostAtOnce = 500

const retryMs = 200

/** Gathers the outcomes of requests and stores them in batches, again and again until the database has taken them. */
export function createOutcomes({ pool, ports, onStored, onError }: OutcomesOptions): Outcomes {
  const waiting: Ended[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await setTimeout(gatherMs)
      const batch = waiting.splice(0, mostAtOnce)
      await storeUntilDone(batch)
      onStored(batch.map(({ claimed }) => claimed.record))
    }
    running = undefined
  }

  async function storeUntilDone(batch: readonly Ended[]): Promise<void> {
    while (true) {
      try {
        tell(ports, await store(batch))
        return
      } catch (error) {
        // Nothing is lost while this process lives; if it dies, the orders are found `submitting`.
        onError(error)
        await setTimeout(retryMs)
      }
    }
  }

  async function store(batch: readonly Ended[]): Promise<readonly Step[]> {
    const now = ports.clock.now()
    const changes = batch.map(({ claimed: { record, version }, event }) => ({
      before: { id: record.id, version, finished: false },
      change: changeBy(record, { id: record.id, event, now }),
    }))
    const { ids } = await writeChanges(pool, changes)
    const late = new Map(
      batch.filter(({ claimed }) => !ids.has(claimed.record.id)).map(one => [one.claimed.record.id, one]),
    )
    const steps = changes.filter(({ before }) => ids.has(before.id)).map(({ change }) => change.value)
    if (late.size === 0) return steps
    // Somebody has taken this process for dead, or an earlier try was stored though its answer was lost.
    const lateSteps = await ports.store.updateMany([...late.keys()], (current, id) => {
      const { claimed, event = { kind: 'recovered' } } = late.get(id) ?? {}
      return changeBy(current ?? claimed?.record, { id, event, now })
    })
    return [...steps, ...lateSteps]
  }

  return {
    add: ended => {
      waiting.push(ended)
      running ??= run()
    },
    settled: async () => {
      while (running !== undefined) await running
    },
  }
}
