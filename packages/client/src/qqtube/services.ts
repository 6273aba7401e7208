import type { ParsedServices } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import { catalogueLimitBytes } from '../transport/read-body.ts'
import type { Transport } from '../transport/transport.ts'
import { catalogue } from '../wire/catalogue.ts'

const answer = catalogue('qqtube')

/**
 * The services that the account can order, and the defects of the catalogue. (QQTube v1 `services`.)
 *
 * @throws {UpstreamError}
 */
export async function services(transport: Transport, options: CallOptions): Promise<ParsedServices> {
  const call = { method: 'GET', action: 'services', fields: [], limitBytes: catalogueLimitBytes } as const
  return await transport.read(call, answer, options)
}
