import type * as v from 'valibot'
import { createRedact, createValueRedact, type Redact } from '../messages/redact.ts'
import type { UpstreamMessage } from '../messages/upstream-message.ts'
import { type CallOptions, type Deadline, withDeadline } from './deadline.ts'
import { type Exchange, exchange, type WireRequest } from './exchange.ts'
import { type ClientOptions, checkedTimeout, readClientOptions } from './options.ts'
import { type FailedOutcome, outcomeOf, type ReadWritten, type TakenOutcome } from './outcome.ts'
import { readAnswer, readError } from './read-answer.ts'
import { answerLimitBytes } from './read-body.ts'
import { retryRead } from './retry-read.ts'

/** What one API does its own way. */
export interface Api {
  readonly keyField: string
  readonly defaultBaseUrl: string | undefined
  /** The API's own error in an answer, or `undefined` if it is none. */
  readonly readRejection: (value: unknown) => readonly UpstreamMessage[] | undefined
}

type Field = readonly [name: string, value: string]

export interface Call {
  readonly method: 'GET' | 'POST'
  readonly action: string
  readonly fields: readonly Field[]
  /** How much of the answer is read at most. Default: `answerLimitBytes`. */
  readonly limitBytes?: number | undefined
}

export interface Transport {
  /** A request that changes something, sent once. It never rejects but for misuse. */
  write<Taken extends TakenOutcome>(
    call: Call,
    readWritten: ReadWritten<Taken>,
    options: CallOptions,
  ): Promise<Taken | FailedOutcome>
  /**
   * A request that changes nothing, repeated while that may help.
   *
   * @throws {UpstreamError}
   */
  read<T>(call: Call, schema: v.GenericSchema<unknown, T>, options: CallOptions): Promise<T>
  /** Takes the key out of what the upstream says. */
  readonly redact: Redact
}

/** Creates the way to one upstream. The key stays in this closure. */
export function createTransport(options: ClientOptions, api: Api): Transport {
  const settings = readClientOptions(options, api.defaultBaseUrl)
  const redact = createRedact(settings.apiKey)
  const wire = { fetch: settings.fetch, redact }
  const redactions = { redact, redactValue: createValueRedact(settings.apiKey) }

  async function call<T>(
    { method, action, fields, limitBytes = answerLimitBytes }: Call,
    { signal, timeoutMs }: CallOptions,
    run: (send: () => Promise<Exchange>, deadline: Deadline) => Promise<T>,
  ): Promise<T> {
    const own: readonly Field[] = [
      [api.keyField, settings.apiKey],
      ['action', action],
    ]
    const request = { ...requestOf(method, settings.baseUrl, [...own, ...fields]), limitBytes }
    return await withDeadline(checkedTimeout(timeoutMs ?? settings.timeoutMs), signal, deadline =>
      run(() => exchange(wire, request, deadline), deadline),
    )
  }

  return {
    write: (write, readWritten, callOptions) =>
      call(write, callOptions, async send => outcomeOf(await send(), readWritten, redactions)),
    read: (read, schema, callOptions) =>
      call(read, callOptions, (send, deadline) =>
        retryRead(settings.retry, deadline, async () => {
          const answer = await send()
          if (answer.kind !== 'answered') throw readError(answer)
          return readAnswer(answer, schema, api.readRejection, redactions)
        }),
      ),
    redact,
  }
}

function requestOf(
  method: Call['method'],
  baseUrl: string,
  fields: readonly Field[],
): Omit<WireRequest, 'limitBytes'> {
  const encoded = new URLSearchParams()
  for (const [name, value] of fields) encoded.append(name, value)
  return method === 'GET'
    ? { method, url: `${baseUrl}?${encoded}`, body: undefined }
    : { method, url: baseUrl, body: encoded }
}
