import type { ParsedServices } from '@orderwright/core'
import type { CallOptions } from '../transport/deadline.ts'
import type { Transport } from '../transport/transport.ts'
import { catalogue } from '../wire/catalogue.ts'

const answer = catalogue('panel')

/**
 * The services that the account can order, and the defects of the catalogue. (Panel v2 `services`.)
 *
 * @throws {UpstreamError}
 */
export async function services(transport: Transport, options: CallOptions): Promise<ParsedServices> {
  return await transport.read({ method: 'POST', action: 'services', fields: [] }, answer, options)
}
