import type { IncomingMessage, RequestListener } from 'node:http'
import { sendFailure } from './send-failure.ts'

/** Who is to answer a request; a promise where that has to be loaded first. */
export type ChooseListener = (request: IncomingMessage) => RequestListener | Promise<RequestListener>

/**
 * A listener that begins requests in the order in which they came, also while the listener of one of them is being
 * loaded: the first requests of a server are to be journaled as all the later ones are.
 */
export function inTurn(choose: ChooseListener): RequestListener {
  let latest: Promise<void> | undefined

  return (request, response) => {
    const chosen = latest === undefined ? choose(request) : latest.then(() => choose(request))
    if (typeof chosen === 'function') return chosen(request, response)
    const turn = chosen
      .then(listener => listener(request, response))
      .catch((error: unknown) => sendFailure(response, error))
      .finally(() => {
        if (latest === turn) latest = undefined
      })
    latest = turn
  }
}

/** What is loaded when it is first asked for, and there from then on. */
export function loadedOnce<Value>(load: () => Promise<Value>): () => Value | Promise<Value> {
  let value: Value | undefined
  let loading: Promise<Value> | undefined
  const begin = async (): Promise<Value> => {
    value = await load()
    return value
  }
  return () => {
    loading ??= begin()
    return value ?? loading
  }
}
