import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortUrl } from './short-url.ts'

describe('shortUrl', () => {
  it.each([
    ['https://www.youtube.com/watch?v=jofNR_WkoCE', 'jofNR_WkoCE'],
    ['https://m.youtube.com/watch?list=PL1&v=jofNR_WkoCE&t=7', 'jofNR_WkoCE'],
    ['https://youtu.be/jofNR_WkoCE?si=x', 'jofNR_WkoCE'],
    ['https://www.youtube.com/shorts/jofNR_WkoCE', 'jofNR_WkoCE'],
    ['https://www.youtube.com/live/jofNR_WkoCE?feature=share', 'jofNR_WkoCE'],
    ['https://www.youtube.com/embed/jofNR_WkoCE', 'jofNR_WkoCE'],
    ['https://www.youtube.com/channel/UCmockmockmockmockmock00', 'UCmockmockmockmockmock00'],
    ['https://www.youtube.com/@some.one/videos', '@some.one'],
    ['https://www.youtube.com/user/someone', 'someone'],
    ['https://www.youtube.com/c/someone', 'someone'],
  ])('shortens %s to %s', (url, short) => {
    expect(shortUrl(url)).toBe(short)
  })

  it.each([
    'https://www.youtube.com/playlist?list=PLmockmockmockmock',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/',
    'https://www.youtube.com.evil.example/watch?v=jofNR_WkoCE',
    'https://example.com/watch?v=jofNR_WkoCE',
    'someone',
    '',
  ])('leaves %j as it is', url => {
    expect(shortUrl(url)).toBe(url)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map(path => `https://youtube.com/${path}`),
        ),
        url => {
          expect(typeof shortUrl(url)).toBe('string')
        },
      ),
    )
  })
})
