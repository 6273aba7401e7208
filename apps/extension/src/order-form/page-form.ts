import type { YoutubeTarget } from '../youtube-target.ts'

/** What a page of the video site is to the person who looks at it; the target is the same for several. */
export type PageForm = 'watch' | 'short' | 'live' | 'music' | 'embed' | 'channel' | 'handle' | 'playlist'

/** Returns what the page at `link` is, which names `target`. */
export function pageForm(link: string, { kind }: YoutubeTarget): PageForm {
  const url = URL.canParse(link) ? new URL(link) : undefined
  const [first = ''] = url?.pathname.split('/').filter(part => part !== '') ?? []
  if (kind === 'playlist') return 'playlist'
  if (kind === 'channel') return first.startsWith('@') || first.startsWith('%40') ? 'handle' : 'channel'
  if (first === 'shorts') return 'short'
  if (first === 'live') return 'live'
  if (first === 'embed' || first === 'v' || first === 'e') return 'embed'
  return url?.hostname === 'music.youtube.com' ? 'music' : 'watch'
}
