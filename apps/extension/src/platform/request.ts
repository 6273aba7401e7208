import type { GenericSchema } from 'valibot'
import { messages as texts } from './texts/en.generated.ts'

/** What is sent with each type of message, beside the type, and what the worker answers if it succeeds. */
export type Exchanges<Types> = {
  readonly [T in keyof Types]: { readonly data: object; readonly answer: unknown }
}

/** One type of message from a screen to the worker. */
export interface Message<T, Data extends object, Value> {
  readonly type: T
  /** Of the whole message. */
  readonly schema: GenericSchema<unknown, { readonly type: T } & Data>
  /** The paths of the pages that may send it. */
  readonly pages: readonly string[]
  /** Carries the type of the answer, and is never set. */
  readonly answer?: Value
}

/** The rows of a feature, by their types. */
export type Messages<Types extends Exchanges<Types>> = {
  readonly [T in keyof Types]: Message<T, Types[T]['data'], Types[T]['answer']>
}

/** What the worker does for each type of message. */
export type Handlers<Types extends Exchanges<Types>> = {
  readonly [T in keyof Types]: (data: Types[T]['data']) => Promise<Types[T]['answer']>
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** One sentence that says what a person can do. */
  | { readonly ok: false; readonly sentence: string }

/**
 * Sends a message to the worker. If the worker dies before it answers, what became of the request is unknown: resolves
 * with the sentence `interrupted`, which says what to do.
 */
export async function request<T, Data extends object, Value>(
  { type }: Message<T, Data, Value>,
  data: Data,
  interrupted: string = texts.interrupted(),
): Promise<Answer<Value>> {
  try {
    return await chrome.runtime.sendMessage<object, Answer<Value>>({ type, ...data })
  } catch {
    return { ok: false, sentence: interrupted }
  }
}
