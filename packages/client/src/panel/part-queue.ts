import { type HttpStatusError, isAboutItem, RefusedError } from '../errors/answer-errors.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'
import type { Item, Items } from './batch.ts'

/** After so many refused parts without an answer a few ids are asked for alone, */
const partsBeforeProbes = 7

/** this many, spread over the slice; if they are refused too, it is not about single ids. */
const probes = 4

/** Ids that one request asks about. */
export interface Part {
  readonly ids: readonly string[]
  /** Why the request that it was a part of was refused. */
  readonly messages: readonly UpstreamMessage[]
}

/** What is left to ask about a slice of ids, and what is known of them. */
export interface PartQueue {
  /** What to ask about next, the larger parts first; `undefined` once all is known, or asking on is of no use. */
  readonly next: () => Part | undefined
  readonly told: (part: Part, items: Items) => void
  readonly refused: (part: Part, error: RefusedError | HttpStatusError) => void
  /** The error is about none of the ids: what was answered is kept, the rest is refused as before it was parted. Throws it if nothing was. */
  readonly failed: (part: Part, error: unknown) => void
  /** Throws the first rejection if no part was answered and not all of them are about ids. */
  readonly items: () => Items
}

/** Creates the queue of a slice that is asked about as a whole, and by halves if that is refused. */
export function createPartQueue(slice: readonly string[]): PartQueue {
  const items = new Map<string, Item>()
  const errors: (RefusedError | HttpStatusError)[] = []
  let queue: readonly Part[] = [{ ids: slice, messages: [] }]
  let isAnswered = false

  function refuse({ ids, messages }: Part): void {
    for (const id of ids) {
      if (items.get(id)?.kind !== 'told') items.set(id, { kind: 'refused', messages })
    }
  }

  return {
    next: () => {
      if (!isAnswered && errors.length >= partsBeforeProbes + probes) return undefined
      const [first, ...others] = queue
      queue = others
      return first
    },
    told: ({ ids }, answer) => {
      isAnswered = true
      for (const id of ids) {
        const item = answer.get(id)
        if (item === undefined) items.delete(id)
        else items.set(id, item)
      }
    },
    refused: ({ ids }, error) => {
      errors.push(error)
      const messages = error instanceof RefusedError ? error.messages : []
      refuse({ ids, messages })
      queue = [...queue, ...halvesOf(ids, messages)]
      const isLong = slice.length > partsBeforeProbes + 1
      if (isLong && !isAnswered && errors.length === partsBeforeProbes) queue = [...probesOf(slice), ...queue]
    },
    failed: (part, error) => {
      if (!isAnswered) throw error
      for (const unasked of [part, ...queue]) refuse(unasked)
      queue = []
    },
    items: () => {
      const unclear = isAnswered ? undefined : errors.find(error => !isAboutItem(error))
      if (unclear !== undefined) throw unclear
      return items
    },
  }
}

function halvesOf(ids: readonly string[], messages: readonly UpstreamMessage[]): readonly Part[] {
  const half = Math.ceil(ids.length / 2)
  return ids.length < 2 ? [] : [ids.slice(0, half), ids.slice(half)].map(part => ({ ids: part, messages }))
}

function probesOf(slice: readonly string[]): readonly Part[] {
  const step = Math.floor(slice.length / probes)
  return Array.from({ length: probes }, (_, index) => ({
    ids: slice.slice(index * step, index * step + 1),
    messages: [],
  }))
}
