import { expect, test } from 'vitest'
import { origin } from '../../test/fake-chrome.ts'
import { isSenderAllowed } from './check-sender.ts'

const popup = { id: 'abcdefghijklmnop', origin, url: `${origin}/src/popup/popup.html` }
const options = { ...popup, url: `${origin}/src/options/options.html` }

test.each([
  ['the popup orders', popup, 'place-order', true],
  ['the popup with a query orders', { ...popup, url: `${popup.url}?x=1#y` }, 'place-order', true],
  ['the options page stores a key', options, 'save-account', true],
  ['both read a balance', options, 'read-balance', true],
  ['the options page orders', options, 'place-order', false],
  ['the popup stores a key', popup, 'save-account', false],
  ['another extension orders', { ...popup, id: 'ponmlkjihgfedcba' }, 'place-order', false],
  ['a web page orders', { ...popup, origin: 'https://www.youtube.com' }, 'place-order', false],
  ['a content script orders', { ...popup, url: 'https://www.youtube.com/watch' }, 'place-order', false],
  ['a look-alike path orders', { ...popup, url: `${origin}/x/src/popup/popup.html` }, 'place-order', false],
  ['a look-alike host orders', { ...popup, url: `${origin}x/src/popup/popup.html` }, 'place-order', false],
  ['nobody orders', {}, 'place-order', false],
] as const)('%s: %s', (_, sender, type, isAllowed) => expect(isSenderAllowed(sender, type)).toBe(isAllowed))
