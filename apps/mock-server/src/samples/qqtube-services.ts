import { channels } from './qqtube/channels.ts'
import { reactions } from './qqtube/reactions.ts'
import type { QqtubeRow } from './qqtube/row.ts'
import { shares } from './qqtube/shares.ts'
import { views } from './qqtube/views.ts'

/**
 * The catalogue of a server that is given none: invented services that together use every field of QQTube's
 * document. One of them has a gap between its prices, on purpose.
 */
export const qqtubeServices: readonly QqtubeRow[] = [...views, ...reactions, ...channels, ...shares]
