const hosts: ReadonlySet<string> = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtu.be',
])

const videoPath = /^\/(?:shorts|live|embed|v)\/([\w-]{11})(?:\/|$)/
const channelPath = /^\/(?:channel\/|c\/|user\/)?(@?[\w.-]+)(?:\/|$)/
const ownPages: ReadonlySet<string> = new Set([
  'watch',
  'playlist',
  'feed',
  'results',
  'clip',
  'post',
  'embed',
])

/**
 * "When the submission is a YouTube URL it will be shortened to the video ID or the user channel. For everything
 * else it may be the full URL" (the document, add).
 */
export function shortUrl(longUrl: string): string {
  if (!URL.canParse(longUrl)) return longUrl
  const url = new URL(longUrl)
  if (!hosts.has(url.hostname)) return longUrl
  return videoOf(url) ?? channelOf(url.pathname) ?? longUrl
}

function videoOf(url: URL): string | undefined {
  if (url.hostname === 'youtu.be') return /^\/([\w-]{11})(?:\/|$)/.exec(url.pathname)?.[1]
  const id = url.pathname === '/watch' ? url.searchParams.get('v') : videoPath.exec(url.pathname)?.[1]
  return id !== undefined && id !== null && /^[\w-]{11}$/.test(id) ? id : undefined
}

function channelOf(path: string): string | undefined {
  const channel = channelPath.exec(path)?.[1]
  return channel === undefined || ownPages.has(channel) ? undefined : channel
}
