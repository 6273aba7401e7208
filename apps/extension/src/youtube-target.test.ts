import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleLink, youtubeIssue, youtubeTarget } from './youtube-target.ts'

const id = 'jofNR_WkoCE'
const video = { kind: 'video', id, url: `https://www.youtube.com/watch?v=${id}` }
const channelId = 'UC0123456789abcdefghijAB'

/** Whatever is on when they are opened: neither the channel nor one stream. */
const liveTabs = [
  'https://www.youtube.com/@handle/live',
  'https://m.youtube.com/@handle/live/?x=1#y',
  'youtube.com/@handle/LIVE',
  `https://www.youtube.com/channel/${channelId}/live`,
  'https://www.youtube.com/c/SomeName/live',
  'https://www.youtube.com/user/SomeName/live',
]

describe('a video', () => {
  test.each([
    `https://www.youtube.com/watch?v=${id}`,
    `http://www.youtube.com/watch?v=${id}`,
    `HTTPS://WWW.YouTube.COM/watch?v=${id}`,
    `  https://www.youtube.com/watch?v=${id}\n`,
    `https://youtube.com/watch/?v=${id}`,
    `https://www.youtube.com:443/watch?v=${id}`,
    `www.youtube.com/watch?v=${id}`,
    `//www.youtube.com/watch?v=${id}`,
    `youtu.be/${id}`,
    `https://www.youtube.com/watch?v=${id}&t=42s`,
    `https://www.youtube.com/watch?v=${id}#t=0m10s`,
    `https://www.youtube.com/watch?app=desktop&list=PL0123456789&v=${id}&index=2&pp=abc`,
    `https://www.youtube.com/watch?v=${id}&v=aaaaaaaaaaa`,
    `https://www.youtube.com/watch/${id}`,
    `https://m.youtube.com/watch?v=${id}`,
    `https://music.youtube.com/watch?v=${id}&list=RDAMVM${id}`,
    `https://gaming.youtube.com/watch?v=${id}`,
    `https://www.youtubekids.com/watch?v=${id}`,
    `https://youtubekids.com/watch?v=${id}`,
    `https://www.youtube-nocookie.com/embed/${id}?rel=0`,
    `https://youtube-nocookie.com/embed/${id}`,
    `https://youtu.be/${id}`,
    `https://youtu.be/${id}/`,
    `https://youtu.be/${id}?si=tracking&t=3`,
    `https://youtu.be/${id}&feature=channel`,
    `https://www.youtube.com/shorts/${id}`,
    `https://www.youtube.com/shorts/${id}?feature=share`,
    `https://www.youtube.com/live/${id}?si=x`,
    `https://www.youtube.com/embed/${id}`,
    `https://www.youtube.com/v/${id}?version=3`,
    `https://www.youtube.com/v/${id}&hl=en_US&fs=1`,
    `https://www.youtube.com/e/${id}`,
    `https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D${id}%26feature%3Dshare`,
    `https://www.youtube.com/attribution_link?u=${encodeURIComponent(`https://youtu.be/${id}`)}`,
    `https://www.youtube.com/oembed?url=http%3A//www.youtube.com/watch?v%3D${id}&format=json`,
    `https://studio.youtube.com/video/${id}/edit`,
    `https://studio.youtube.com/video/${id}/analytics/tab-overview/period-default`,
    `\ufeff\u200bhttps://www.youtube.com/watch?v=${id}\u200b`,
    `\u2068https://www.youtube.com/watch?v=${id}\u2069`,
    `ht\u00adtps://www.you\u200dtube.com/wat\u2060ch?v=jofNR\u200e_WkoCE`,
    `https://youtu.be/${id}%E2%80%8B`,
    `https://www.youtube.com/watch?v=${id}%EF%BB%BF&t=3`,
    `\u0000https://youtu.be/${id}\u0007`,
  ])('is found in %s', link => expect(youtubeTarget(link)).toStrictEqual(video))
})

describe('a channel', () => {
  test.each([
    ['https://www.youtube.com/@some.handle', '@some.handle'],
    ['https://m.youtube.com/@some.handle/videos?view=0', '@some.handle'],
    ['youtube.com/@handle-1_2', '@handle-1_2'],
    ['https://www.youtube.com/@%E3%83%86%E3%82%B9%E3%83%88', '@%E3%83%86%E3%82%B9%E3%83%88'],
    ['https://www.youtube.com/@テスト', '@%E3%83%86%E3%82%B9%E3%83%88'],
    [`https://www.youtube.com/channel/${channelId}`, `channel/${channelId}`],
    [`https://music.youtube.com/channel/${channelId}?x=1`, `channel/${channelId}`],
    [`https://studio.youtube.com/channel/${channelId}/videos`, `channel/${channelId}`],
    ['https://www.youtube.com/c/SomeName/about', 'c/SomeName'],
    ['https://www.youtube.com/user/SomeName', 'user/SomeName'],
    ['https://www.youtube.com/@han\u200bdle', '@handle'],
    ['https://www.youtube.com/@handle/videos', '@handle'],
    ['https://www.youtube.com/@handle/shorts', '@handle'],
    ['https://www.youtube.com/@handle/streams', '@handle'],
    ['https://www.youtube.com/@handle/playlists', '@handle'],
    ['https://www.youtube.com/@handle/community', '@handle'],
    ['https://www.youtube.com/@handle/featured', '@handle'],
    [`https://www.youtube.com/channel/${channelId}/about`, `channel/${channelId}`],
    ['https://www.youtube.com/@live', '@live'],
    ['https://www.youtube.com/c/live', 'c/live'],
  ])('is found in %s', (link, path) =>
    expect(youtubeTarget(link)).toStrictEqual({ kind: 'channel', url: `https://www.youtube.com/${path}` }),
  )
})

describe('a playlist', () => {
  test.each([
    ['https://www.youtube.com/playlist?list=PL0123456789abcdef&si=x', 'PL0123456789abcdef'],
    ['https://music.youtube.com/playlist?list=OLAK5uy_0123456789', 'OLAK5uy_0123456789'],
  ])('is found in %s', (link, list) =>
    expect(youtubeTarget(link)).toStrictEqual({
      kind: 'playlist',
      url: `https://www.youtube.com/playlist?list=${list}`,
    }),
  )
})

describe('no target', () => {
  const nested = encodeURIComponent(
    `https://www.youtube.com/attribution_link?u=${encodeURIComponent(`/watch?v=${id}`)}`,
  )
  test.each([
    '',
    ' ',
    id,
    'not a link',
    'https://',
    'https://[',
    `ftp://www.youtube.com/watch?v=${id}`,
    `javascript:alert(1)//www.youtube.com/watch?v=${id}`,
    `data:text/html,www.youtube.com/watch?v=${id}`,
    `chrome-extension://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com.evil.example/watch?v=${id}`,
    `https://evil-youtube.com/watch?v=${id}`,
    `https://notyoutu.be/${id}`,
    `https://youtube.com.youtu.be.example/${id}`,
    `https://www.youtube.com@evil.example/watch?v=${id}`,
    `https://someone:secret@www.youtube.com/watch?v=${id}`,
    `https://evil.example/https://www.youtube.com/watch?v=${id}`,
    `https://evil.example/?u=https://www.youtube.com/watch?v=${id}`,
    `https://www.youtube.com:8443/watch?v=${id}`,
    'https://www.youtube.com',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=',
    'https://www.youtube.com/watch?v=jofNR_WkoC',
    'https://www.youtube.com/watch?v=jofNR_WkoCEx',
    'https://www.youtube.com/watch?v=jofNR WkoCE',
    `https://www.youtube.com/watch?V=${id}`,
    `https://www.youtube.com/results?search_query=${id}`,
    'https://www.youtube.com/feed/subscriptions',
    'https://www.youtube.com/feed/abcdefghijk',
    'https://www.youtube.com/clip/UgkxU2HSeGL_NvmDJ-nQJrlLwllwMDBdGZs',
    'https://www.youtube.com/post/UgkxU2HSeGL_NvmDJ',
    'https://www.youtube.com/embed/videoseries?list=PL0123456789',
    `https://www.youtube.com/embed/live_stream?channel=${channelId}`,
    `https://www.youtube.com/video/${id}/edit`,
    'https://www.youtube.com/playlist',
    'https://www.youtube.com/playlist?list=WL',
    'https://www.youtube.com/playlist?list=a%2Fb',
    'https://www.youtube.com/channel/UC0123456789abcdefghijA',
    'https://www.youtube.com/channel/UC0123456789abcdefghijABC',
    'https://www.youtube.com/@',
    'https://www.youtube.com/c',
    'https://www.youtube.com/user/a%2Fb',
    'https://www.youtube.com/@%E0%A4%A',
    ...liveTabs,
    'https://www.youtube.com/attribution_link',
    'https://www.youtube.com/attribution_link?u=https%3A%2F%2Fevil.example%2Fwatch%3Fv%3DjofNR_WkoCE',
    'https://www.youtube.com/attribution_link?u=%2F%2Fevil.example%2Fwatch%3Fv%3DjofNR_WkoCE',
    `https://www.youtube.com/oembed?url=${nested}`,
    'https://youtu.be/',
    'https://youtu.be/@handle',
    'https://consent.youtube.com/m?continue=x',
  ])('is found in %j', link => expect(youtubeTarget(link)).toBeUndefined())
})

test('a video’s canonical link names the same video', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w-]{11}$/), text => {
      fc.pre(text !== 'videoseries' && text !== 'live_stream')
      const target = youtubeTarget(`https://youtu.be/${text}?t=1`)
      expect(target).toStrictEqual(youtubeTarget(target?.url ?? ''))
      expect(target).toMatchObject({ kind: 'video', id: text })
    }),
  )
})

test('no text whatever makes it throw, and what it gives is always on www.youtube.com', () => {
  const pieces = fc.constantFrom(
    'https://',
    'youtu.be',
    'www.youtube.com',
    '/',
    '?v=',
    '@',
    '%E0',
    '\ud800',
    'watch',
    '&',
    '#',
    '\\',
    ':',
    id,
  )
  const links = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 9 }).map(list => list.join('')),
  )
  fc.assert(
    fc.property(links, link => {
      const target = youtubeTarget(link)
      if (target !== undefined) expect(new URL(target.url).origin).toBe('https://www.youtube.com')
    }),
    { numRuns: 1000 },
  )
})

describe('why a link of YouTube names nothing', () => {
  test.each([...liveTabs, `https://www.youtube.com/embed/live_stream?channel=${channelId}`])(
    'it is the live tab: %s',
    link => expect(youtubeIssue(link)).toBe('live'),
  )

  test.each([
    'https://www.youtube.com',
    'https://www.youtube.com/live',
    'youtube.com/watch?v=short',
    'https://www.youtube.com/post/UgkxU2HSeGL_NvmDJ',
    'https://youtu.be/',
    'https://www.youtube.com./watch?v=short',
    'https://consent.youtube.com/m?continue=x',
    'https://www.youtube.com:8443/watch?v=jofNR_WkoCE',
    'https://someone:secret@www.youtube.com/watch?v=jofNR_WkoCE',
    '\u200bhttps://www.you\u200btube.com/feed',
    `https://www.youtube.com/attribution_link?u=${encodeURIComponent('/feed')}`,
  ])('it is unreadable: %j', link => expect(youtubeIssue(link)).toBe('unreadable'))

  test.each([
    '',
    'not a link',
    `https://youtu.be/${id}`,
    'https://www.youtube.com/@handle',
    'https://notyoutube.com/watch',
    'https://youtube.com.example.org/watch',
    'https://www.youtube.com@evil.example/watch',
    'https://[',
  ])('there is none: %j', link => expect(youtubeIssue(link)).toBeUndefined())
})

test('what cannot be seen is taken out of a link, and what can be seen stays', () => {
  expect(visibleLink(' \ufeffhttps://example.com/\u200b\u202ea\u2069\u00ad?b=\u06f1\u00e9#c \n')).toBe(
    'https://example.com/a?b=\u06f1\u00e9#c',
  )
})

/** What is quadratic in the length does not end within a test's time. */
test('a text of half a million characters is read to its end', () => {
  for (const text of ['/', '\u200b', ' ', '@', '%', '&', 'https://', 'a', '//']) {
    expect(youtubeTarget(text.repeat(500_000 / text.length))).toBeUndefined()
    youtubeTarget(`https://www.youtube.com/${text.repeat(500_000 / text.length)}`)
    youtubeIssue(`https://www.youtube.com/watch?v=${text.repeat(500_000 / text.length)}`)
  }
})
