/** What the screens know of a kind of upstream; `worker/open-upstream.ts` holds the client of each. */
export interface UpstreamKindEntry {
  readonly label: string
  /** Where the API is when nothing else is said. */
  readonly baseUrl: string
  /** ISO 4217: what amounts are in where the upstream names no currency itself. */
  readonly currency: string
}

export type UpstreamKind = 'qqtube'

/**
 * QQTube's API states no currency anywhere; the prices in its document are written with `$`. Reading them as
 * US dollars is this project's choice, and this is the only place that makes it.
 */
export const upstreamKinds: Readonly<Record<UpstreamKind, UpstreamKindEntry>> = {
  qqtube: { label: 'QQTube', baseUrl: 'https://www.qqtube.com/v1-api', currency: 'USD' },
}

export const upstreamKindNames: readonly UpstreamKind[] = ['qqtube']
