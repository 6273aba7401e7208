import * as v from 'valibot'
import type { CallOptions } from '../transport/deadline.ts'
import { unwrapped } from '../transport/own-error.ts'
import type { Transport } from '../transport/transport.ts'
import { amount, required, text } from '../transport/wire.ts'
import type { Balance } from '../upstream/upstream.ts'

const answer = v.pipe(
  v.unknown(),
  v.transform(unwrapped),
  v.object({ balance: required(amount), currency: text }),
  v.transform(({ balance, currency }) => ({ amount: balance, currency })),
)

/**
 * What is on the account. (Panel v2 `balance`.)
 *
 * @throws {UpstreamError}
 */
export async function balance(transport: Transport, options: CallOptions): Promise<Balance> {
  return await transport.read({ method: 'POST', action: 'balance', fields: [] }, answer, options)
}
