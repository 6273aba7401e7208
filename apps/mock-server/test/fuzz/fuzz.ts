import type { MockServer } from '../../src/index.ts'
import { rawExchange } from '../raw-exchange.ts'
import { complaintAbout } from './complaint-about.ts'
import { fuzzedRequest } from './fuzzed-request.ts'

export interface Complaint {
  /** Which request of the seed. */
  readonly number: number
  readonly complaint: string
  readonly request: string
}

/** Sends so many fuzzed requests, a few at a time, and gives what is wrong with the answers. */
export async function fuzz(
  server: Pick<MockServer, 'url'>,
  seed: string,
  from: number,
  to: number,
): Promise<readonly Complaint[]> {
  const complaints: Complaint[] = []
  let next = from
  const work = async (): Promise<void> => {
    while (next < to) {
      const number = next
      next += 1
      const request = fuzzedRequest(seed, number)
      const complaint = complaintAbout(request, await rawExchange(server.url, request.bytes, request.isHttp))
      if (complaint !== undefined) {
        complaints.push({ number, complaint, request: request.bytes.toString('latin1').slice(0, 500) })
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  return complaints
}
