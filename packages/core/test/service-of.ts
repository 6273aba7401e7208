import { parseServices, type Service, type UpstreamKind } from '../src/index.ts'

/** Reads one row of a catalogue as a service. */
export function serviceOf(upstream: UpstreamKind, row: object): Service {
  const [service] = parseServices(upstream, [row]).services
  if (service === undefined) throw new Error('the row was not read as a service')
  return service
}
