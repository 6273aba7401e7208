import { expect, test } from 'vitest'
import { youtubeTarget } from '../youtube-target.ts'
import { pageForm } from './page-form.ts'

test.each([
  ['https://www.youtube.com/watch?v=jNQXAC9IVRw', 'watch'],
  ['https://youtu.be/jNQXAC9IVRw', 'watch'],
  ['https://www.youtube.com/shorts/jNQXAC9IVRw', 'short'],
  ['https://www.youtube.com/live/jNQXAC9IVRw', 'live'],
  ['https://music.youtube.com/watch?v=jNQXAC9IVRw', 'music'],
  ['https://www.youtube-nocookie.com/embed/jNQXAC9IVRw', 'embed'],
  ['https://www.youtube.com/channel/UC4QobU6STFB0P71PMvOGN5A', 'channel'],
  ['https://www.youtube.com/c/jawed', 'channel'],
  ['https://www.youtube.com/@jawed/videos', 'handle'],
  ['https://www.youtube.com/%40jawed', 'handle'],
  ['https://www.youtube.com/playlist?list=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI', 'playlist'],
])('%s is a %s', (link, form) => {
  const target = youtubeTarget(link)
  if (target === undefined) throw new Error('It names nothing.')
  expect(pageForm(link, target)).toBe(form)
})
