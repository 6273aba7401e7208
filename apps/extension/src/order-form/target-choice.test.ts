import { describe, expect, test } from 'vitest'
import { youtubeTarget } from '../youtube-target.ts'
import { chooseTarget, targetKind } from './target-choice.ts'

const video = 'https://www.youtube.com/watch?v=jofNR_WkoCE'
const channel = 'https://www.youtube.com/@handle'
const playlist = 'https://www.youtube.com/playlist?list=PL0123456789'
const comment = `${video}&lc=Ugx0.1-2`
const elsewhere = 'https://example.com/someone'
const post = 'https://www.youtube.com/post/UgkxU2HSeGL_NvmDJ'
const live = 'https://www.youtube.com/@handle/live'
const page = youtubeTarget(video)

test.each([
  [video, 'video'],
  [channel, 'channel'],
  [playlist, 'playlist'],
  [comment, 'comment'],
  [elsewhere, 'link'],
  ['', 'any'],
])('a service with the example %j takes a %s', (example, kind) => expect(targetKind({ example })).toBe(kind))

describe('on a video page', () => {
  test.each([
    ['the page', video, '', video],
    ['the page, where the service has no example', '', '', video],
    ['a pasted video', video, 'youtu.be/aaaaaaaaaaa?t=1', 'https://www.youtube.com/watch?v=aaaaaaaaaaa'],
    ['a pasted channel', channel, ' https://m.youtube.com/@handle/videos ', channel],
    ['a pasted playlist', playlist, playlist, playlist],
    ['a pasted comment, with what makes it one', comment, `${comment}&t=3`, comment],
    ['a link elsewhere, as it is', elsewhere, `${elsewhere}?x=1`, `${elsewhere}?x=1`],
    ['any link, where the service has no example', '', elsewhere, elsewhere],
    ['a link without what cannot be seen', '', `\ufeff${elsewhere}\u200b`, elsewhere],
    ['a page that only the service’s example knows', post, `${post}x`, `${post}x`],
    ['the live tab, for a service whose example is one', live, `${live}?x`, `${live}?x`],
  ])('the target is %s', (_, example, link, url) => {
    const choice = chooseTarget({ example }, page, link)
    expect([choice.url, choice.issue]).toStrictEqual([url, undefined])
  })

  test.each([
    ['a channel is asked for', channel, '', `Paste the link of a channel, such as ${channel}.`],
    ['a link elsewhere is asked for', elsewhere, '', `Paste the link, such as ${elsewhere}.`],
    ['a comment is asked for', comment, '', `Paste the link of a comment, such as ${comment}.`],
    ['a channel is no video', video, channel, 'This is not the link of a video on YouTube.'],
    ['a video is no comment', comment, video, 'This is not the link of a comment on YouTube.'],
    [
      'any link is taken, and YouTube has nothing at this one',
      '',
      'youtu.be/short',
      'No video, channel or playlist',
    ],
    [
      'a link elsewhere is asked for, and this names nothing',
      elsewhere,
      post,
      'No video, channel or playlist',
    ],
    ['the live tab is no channel', channel, live, 'Open the live stream’s own page'],
    ['the live tab is no video', video, live, 'Open the live stream’s own page'],
    ['the live tab is not one stream', '', live, 'Open the live stream’s own page'],
    ['a link elsewhere is no video', video, elsewhere, 'This is not the link of a video on YouTube.'],
  ])('%s', (_, example, link, sentence) => {
    const choice = chooseTarget({ example }, page, link)
    expect(choice.url).toBe('')
    expect(choice.issue).toContain(sentence)
  })
})

test('on a page that is no video, and before a service is chosen, any link will do', () => {
  expect(chooseTarget(undefined, undefined, '').issue).toBe('Paste the link.')
  expect(chooseTarget(undefined, undefined, video).url).toBe(video)
})
