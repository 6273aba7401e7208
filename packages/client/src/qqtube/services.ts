import type { ParsedServices } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { catalogue } from '../wire/catalogue.ts'

const answer = catalogue('qqtube')

/**
 * The services that the account can order, and the defects of the catalogue. (QQTube v1 `services`.)
 *
 * @throws {UpstreamError}
 */
export async function services(transport: Transport, options: CallOptions): Promise<ParsedServices> {
  return await transport.read({ method: 'GET', action: 'services', fields: [] }, answer, options)
}
