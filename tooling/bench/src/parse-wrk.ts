/**
 * What wrk says at its end.
 * @throws {Error} for a text that is none of its, or tells of answers that were no success
 */
export function parseWrk(text: string): { readonly requests: number; readonly requestsPerSecond: number } {
  const requests = Number(/(\d+) requests in/.exec(text)?.[1])
  const requestsPerSecond = Number(/Requests\/sec:\s*([\d.]+)/.exec(text)?.[1])
  if (!(requests > 0 && requestsPerSecond > 0)) throw new Error(`wrk measured nothing:\n${text}`)
  if (/Non-2xx/.test(text)) throw new Error(`The server refused what it was sent:\n${text}`)
  return { requests, requestsPerSecond }
}
