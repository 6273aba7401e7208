import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { amount, required } from '../transport/wire.ts'

const answer = v.pipe(
  v.object({ funds: required(amount) }),
  v.transform(({ funds }) => funds),
)

/**
 * The funds on the account, as decimal string. (QQTube v1 `funds`.)
 *
 * @throws {UpstreamError}
 */
export async function funds(transport: Transport, options: CallOptions): Promise<string> {
  return await transport.read({ method: 'GET', action: 'funds', fields: [] }, answer, options)
}
