import type { MockServer } from '../../src/index.ts'
import { rawExchange } from '../raw-exchange.ts'
import { defectOf } from './defect-of.ts'
import { fuzzedRequest } from './fuzzed-request.ts'

export interface Defect {
  /** Which request of the seed. */
  readonly number: number
  readonly defect: string
  readonly request: string
}

/** Sends so many fuzzed requests, a few at a time, and gives what is wrong with the answers. */
export async function fuzz(
  server: Pick<MockServer, 'url'>,
  seed: string,
  from: number,
  to: number,
): Promise<readonly Defect[]> {
  const defects: Defect[] = []
  let next = from
  const work = async (): Promise<void> => {
    while (next < to) {
      const number = next
      next += 1
      const request = fuzzedRequest(seed, number)
      const defect = defectOf(request, await rawExchange(server.url, request.bytes, request.isHttp))
      if (defect !== undefined) {
        defects.push({ number, defect, request: request.bytes.toString('latin1').slice(0, 500) })
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return defects
}
