import { type Problem, parseServices, type Service, type UpstreamKind } from '@orderwright/core'

export interface Catalogue {
  /** The answer to whoever asks for the services: JSON. */
  text(): string
  find(serviceId: string): Service | undefined
  list(): readonly Service[]
  /** What the parser made of the catalogue's defects. */
  problems(): readonly Problem[]
  /**
   * @param body a services answer of the API: its text, which is then answered as it is, or its parsed value
   */
  replace(body: unknown): void
  /** The text of the catalogue that replaced the first; `undefined` if none did. */
  replaced(): string | undefined
  /** Back to the catalogue that there was at the start. */
  reset(): void
}

export function createCatalogue(upstream: UpstreamKind, body: unknown, onChange: () => void): Catalogue {
  const first = contentOf(upstream, body)
  let current = first
  return {
    text: () => current.text,
    find: serviceId => current.parsed().byId.get(serviceId),
    list: () => [...current.parsed().byId.values()],
    problems: () => current.parsed().problems,
    replace(newBody) {
      current = contentOf(upstream, newBody)
      onChange()
    },
    replaced: () => (current === first ? undefined : current.text),
    reset() {
      current = first
    },
  }
}

interface CatalogueContent {
  readonly text: string
  /** Parsed when it is first asked for: most tests ask one of the two APIs. */
  parsed(): ParsedCatalogue
}

interface ParsedCatalogue {
  readonly byId: ReadonlyMap<string, Service>
  readonly problems: readonly Problem[]
}

/** @throws TypeError for a body that is no JSON */
function contentOf(upstream: UpstreamKind, body: unknown): CatalogueContent {
  // A text that was read from a file may still have its byte-order mark.
  const text = typeof body === 'string' ? body.replace(/^\uFEFF/, '') : JSON.stringify(body)
  if (text === undefined) throw new TypeError('A catalogue must be JSON: its text, or its parsed value')
  let parsed: ParsedCatalogue | undefined
  return {
    text,
    parsed() {
      parsed ??= parse(upstream, text)
      return parsed
    },
  }
}

function parse(upstream: UpstreamKind, text: string): ParsedCatalogue {
  const { services, problems } = parseServices(upstream, text)
  const byId = new Map<string, Service>()
  // The first row of an id counts, as it does for whoever reads the answer from the top.
  for (const service of services) if (!byId.has(service.id)) byId.set(service.id, service)
  return { byId, problems }
}
