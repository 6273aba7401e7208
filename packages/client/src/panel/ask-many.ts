import * as v from 'valibot'
import { RefusedError } from '../errors/refused-error.ts'
import { isAboutItem } from '../is-about-item.ts'
import type { CallOptions } from '../transport/deadline.ts'
import { forEachLimited } from '../transport/for-each-limited.ts'
import type { Transport } from '../transport/transport.ts'
import { isRecord } from '../wire/record.ts'
import { type Item, type Items, readItems, slicesOf } from './batch.ts'

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
 * What the panel says of each id, 100 a request.
 *
 * @throws {UpstreamError} where the panel cannot be asked. {@link TypeError} where an id is none.
 */
export async function askMany(
  transport: Transport,
  question: Question,
  ids: readonly string[],
  options: CallOptions,
): Promise<Items> {
  const items = new Map<string, Item>()
  await forEachLimited(slicesOf(question.many, ids), width, async slice => {
    const [id, ...others] = slice
    // Every panel knows the form for one id; its error is then about that one.
    const told =
      id !== undefined && others.length === 0
        ? new Map([[id, await askOne(transport, question, id, options)]])
        : await askSlice(transport, question, slice, options)
    for (const [key, item] of told) items.set(key, item)
  })
  return items
}

async function askOne(
  transport: Transport,
  question: Question,
  id: string,
  options: CallOptions,
): Promise<Item> {
  const call = { method: 'POST', action: question.action, fields: [[question.one, id]] } as const
  try {
    return { kind: 'told', value: await transport.read(call, record, options) }
  } catch (error) {
    if (error instanceof RefusedError && isAboutItem(error))
      return { kind: 'refused', messages: error.messages }
    throw error
  }
}

const record = v.custom<unknown>(isRecord)

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
      const items = readItems(dataset.value, one, 'status')
      // A panel that knows none of the ids answers with nothing; with something else it has not been asked.
      if (items !== undefined && (items.size === 0 || slice.some(id => items.has(id)))) return items
      addIssue({ message: 'not about these ids' })
      return NEVER
    }),
  )
  return await transport.read({ method: 'POST', action, fields }, schema, options)
}
