import type { UpstreamKind } from '@orderwright/core'
import { messages as texts } from './texts/en.generated.ts'

/** What the screens know of a kind of upstream; `open-upstream.background.ts` has the client of each. */
export interface UpstreamKindEntry {
  readonly label: string
  /** The API's usual address; blank if every upstream of the kind has its own. */
  readonly baseUrl: string
  /** What an address of the kind looks like. */
  readonly placeholder: string
  /** The ISO 4217 code of all amounts if upstreams of the kind name no currency; blank if they do. */
  readonly currency: string
}

/**
 * QQTube's API states no currency anywhere; the prices in its document are written with `$`. Reading them as
 * US dollars is this project's choice, and this is the only place that makes it. A panel names its currency with
 * each balance; until the first one amounts show without.
 */
export const upstreamKinds: Readonly<Record<UpstreamKind, UpstreamKindEntry>> = {
  qqtube: {
    label: texts.kinds.qqtube(),
    baseUrl: 'https://www.qqtube.com/v1-api',
    placeholder: 'https://www.qqtube.com/v1-api',
    currency: 'USD',
  },
  panel: {
    label: texts.kinds.panel(),
    baseUrl: '',
    placeholder: 'https://panel.example/api/v2',
    currency: '',
  },
}

export const upstreamKindNames: readonly UpstreamKind[] = ['qqtube', 'panel']
