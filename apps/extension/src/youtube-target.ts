/** What a YouTube link points at; `url` is canonical: no timestamps, lists or tracking. */
export type YoutubeTarget =
  | { readonly kind: 'video'; readonly id: string; readonly url: string }
  | { readonly kind: 'channel' | 'playlist'; readonly url: string }

/**
 * Returns the video, channel or playlist that a link names, or `undefined`; never throws. A link without a scheme is
 * read as https, as address bars do.
 */
export function youtubeTarget(link: string): YoutubeTarget | undefined {
  const url = readUrl(link)
  return url === undefined ? undefined : (nestedTarget(url) ?? plainTarget(url))
}

/** Why a link of YouTube names nothing to order for; `live` is a channel's tab that shows whatever is on. */
export type YoutubeIssue = 'live' | 'unreadable'

/** Returns why a link of YouTube's own names no target, or `undefined` if it names one or is not YouTube's. */
export function youtubeIssue(link: string): YoutubeIssue | undefined {
  const url = parseUrl(link)
  if (url === undefined || !isOfYoutube(url.hostname) || youtubeTarget(link) !== undefined) return undefined
  return isLiveTab(segments(url)) ? 'live' : 'unreadable'
}

/**
 * Returns the link without what cannot be seen in it: white space around, controls, zero widths, marks of direction.
 */
export function visibleLink(link: string): string {
  return visible(link).trim()
}

const origin = 'https://www.youtube.com'

/** An allow-list: a look-alike such as `www.youtube.com.example.org` is another host. */
const hosts: ReadonlySet<string> = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'gaming.youtube.com',
  'studio.youtube.com',
  'youtubekids.com',
  'www.youtubekids.com',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
  'youtu.be',
  'www.youtu.be',
])

/** Eleven letters each, and still no ids: players of a playlist and of a channel's live stream. */
const playerNames: ReadonlySet<string> = new Set(['videoseries', 'live_stream'])

/** A person's own lists, which nobody else can open. */
const privateLists: ReadonlySet<string> = new Set(['WL', 'LL', 'LM'])

function readUrl(link: string): URL | undefined {
  const url = parseUrl(link)
  const isPlain = url?.username === '' && url.password === '' && url.port === ''
  return isPlain && hosts.has(url.hostname) ? url : undefined
}

function parseUrl(link: string): URL | undefined {
  if (typeof link !== 'string') return undefined
  const text = visibleLink(link)
  const absolute = /^https?:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  return URL.canParse(absolute) ? new URL(absolute) : undefined
}

/**
 * Returns whether a host is YouTube's, including those that show nothing to order for, such as `accounts.youtube.com`.
 */
function isOfYoutube(hostname: string): boolean {
  return /(?:^|\.)(?:youtube\.com|youtu\.be|youtubekids\.com|youtube-nocookie\.com)\.?$/.test(hostname)
}

/** Removes what cannot be seen, and what some chats put into an address in encoded form. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
}

/** Reads the link in the query of an attribution_link or oembed; one level deep, so that it ends. */
function nestedTarget(url: URL): YoutubeTarget | undefined {
  const [first] = segments(url)
  const name = first === 'attribution_link' ? 'u' : first === 'oembed' ? 'url' : undefined
  const inner = name === undefined ? null : url.searchParams.get(name)
  if (inner === null) return undefined
  const target = readUrl(inner.startsWith('/') && !inner.startsWith('//') ? `${origin}${inner}` : inner)
  return target === undefined ? undefined : plainTarget(target)
}

function plainTarget(url: URL): YoutubeTarget | undefined {
  const path = segments(url)
  const [first = '', second = ''] = path
  if (url.hostname.endsWith('youtu.be')) return video(first)
  switch (first) {
    case 'watch':
      return video(url.searchParams.get('v') ?? second)
    case 'shorts':
    case 'live':
    case 'embed':
    case 'v':
    case 'e':
      return video(second)
    case 'video':
      return url.hostname === 'studio.youtube.com' ? video(second) : undefined
    case 'playlist':
      return playlist(url.searchParams.get('list') ?? '')
    default:
      return isLiveTab(path) ? undefined : channel(first, second)
  }
}

/** Returns the video with that id. Old embed codes go on with `&hl=en` instead of `?hl=en`. */
function video(segment: string): YoutubeTarget | undefined {
  const id = visible(segment).split('&', 1)[0] ?? ''
  if (!/^[\w-]{11}$/.test(id) || playerNames.has(id)) return undefined
  return { kind: 'video', id, url: `${origin}/watch?v=${id}` }
}

function playlist(text: string): YoutubeTarget | undefined {
  const list = visible(text)
  if (!/^[\w-]{2,64}$/.test(list) || privateLists.has(list)) return undefined
  return { kind: 'playlist', url: `${origin}/playlist?list=${list}` }
}

function channel(first: string, second: string): YoutubeTarget | undefined {
  if (first === 'channel') {
    return /^UC[\w-]{22}$/.test(second) ? { kind: 'channel', url: `${origin}/channel/${second}` } : undefined
  }
  if (first === 'c' || first === 'user') return named(`${first}/`, second)
  return first.startsWith('@') ? named('@', first.slice(1)) : undefined
}

/**
 * Returns whether a path is a channel's live tab. It shows whatever is on when it is opened: another stream tomorrow,
 * and never the channel itself.
 */
function isLiveTab([first = '', second = '', third = '']: readonly string[]): boolean {
  if (first === 'embed') return second === 'live_stream'
  const tab = first.startsWith('@') ? second : ['channel', 'c', 'user'].includes(first) ? third : ''
  return tab.toLowerCase() === 'live'
}

/** Handles and names may be written in any script. */
function named(prefix: string, name: string): YoutubeTarget | undefined {
  if (!/^[\p{L}\p{M}\p{N}._·-]{1,100}$/u.test(name)) return undefined
  return { kind: 'channel', url: `${origin}/${prefix}${encodeURIComponent(name)}` }
}

function segments(url: URL): readonly string[] {
  return url.pathname
    .split('/')
    .filter(part => part !== '')
    .map(decoded)
}

function decoded(part: string): string {
  try {
    return visible(decodeURIComponent(part))
  } catch {
    return ''
  }
}
