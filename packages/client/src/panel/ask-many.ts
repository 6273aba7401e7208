import pLimit from 'p-limit'
import * as v from 'valibot'
import { isAboutItem, mayBeAboutItem } from '../errors/answer-errors.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { own, unwrapped } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord } from '../transport/wire.ts'
import { type Item, type Items, itemOf, readItems, slicesOf } from './batch.ts'
import { createPartQueue } from './part-queue.ts'

export interface Question {
  readonly action: string
  /** The field of one id, which is its name in rows too. */
  readonly one: string
  /** The field of many ids, separated by commas. */
  readonly many: string
}

/** How many requests are under way at once. */
const width = 4

/**
 * Returns what the panel says of each id, 100 a request. A request that is refused as a whole, whatever its words or its
 * 4xx, is asked again by halves until the ids that it is about stand alone: about 14 further requests for one such
 * id of 100, at most 203 in all, 11 if nothing at all is answered. Ids that cannot be those of anything are not
 * asked about.
 *
 * @throws {UpstreamError} if the panel cannot be asked. {@link TypeError} if an id is no text.
 */
export async function askMany(
  transport: Transport,
  question: Question,
  ids: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const items = new Map<string, Item>()
  const limit = pLimit(width)
  await limit.map(slicesOf(question.many, ids), async slice => {
    try {
      for (const [id, item] of await askWhole(transport, question, slice, options)) items.set(id, item)
    } catch (error) {
      // Before this fails: the next slice is sent as soon as it has.
      limit.clearQueue()
      throw error
    }
  })
  return items
}

async function askWhole(
  transport: Transport,
  question: Question,
  slice: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const [id, ...others] = slice
  return id !== undefined && others.length === 0
    ? new Map([[id, await askSingle(transport, question, id, options)]])
    : await askInParts(transport, question, slice, options)
}

/** Asks about one id: every panel knows that form, whose error is then about that one unless it is about the key or the request. */
async function askSingle(
  transport: Transport,
  question: Question,
  id: string,
  options: CallOptions,
): Promise<Item> {
  try {
    return await askOne(transport, question, id, options)
  } catch (error) {
    if (isAboutItem(error)) return { kind: 'refused', messages: error.messages }
    throw error
  }
}

async function askOne(
  transport: Transport,
  { action, one }: Question,
  id: string,
  options: CallOptions,
): Promise<Item> {
  const value = await transport.read({ method: 'POST', action, fields: [[one, id]] }, answerToOne, options)
  if (isRecord(value) && !Object.hasOwn(value, 'status')) {
    const row = Object.hasOwn(value, id) ? own(value, id) : unwrapped(value)
    return readItems(row, [id], { one, value: 'status' })?.get(id) ?? itemOf(row, 'status')
  }
  return Array.isArray(value)
    ? (readItems(value, [id], { one, value: 'status' })?.get(id) ?? { kind: 'told', value })
    : itemOf(unwrapped(value), 'status')
}

const answerToOne = v.custom<unknown>(
  value => isRecord(value) || (Array.isArray(value) && value.length === 1),
)

/** Asks for a slice, and for the halves of each part that is refused. */
async function askInParts(
  transport: Transport,
  question: Question,
  slice: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const parts = createPartQueue(slice)
  for (let part = parts.next(); part !== undefined; part = parts.next()) {
    try {
      parts.told(part, await askPart(transport, question, part.ids, options))
    } catch (error) {
      if (mayBeAboutItem(error)) parts.refused(part, error)
      else parts.failed(part, error)
    }
  }
  return parts.items()
}

async function askPart(
  transport: Transport,
  question: Question,
  ids: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const [id, ...others] = ids
  return id !== undefined && others.length === 0
    ? new Map([[id, await askOne(transport, question, id, options)]])
    : await askSlice(transport, question, ids, options)
}

async function askSlice(
  transport: Transport,
  { action, one, many }: Question,
  slice: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const fields = [[many, slice.join(',')]] as const
  const schema = v.pipe(
    v.unknown(),
    v.rawTransform<unknown, Items>(({ dataset, addIssue, NEVER }) => {
      const items = readItems(dataset.value, slice, { one, value: 'status' })
      // A panel that knows none of the ids answers with nothing; with something else it has not been asked.
      if (items !== undefined) return items
      addIssue({ message: 'not about these ids' })
      return NEVER
    }),
  )
  return await transport.read({ method: 'POST', action, fields }, schema, options)
}
