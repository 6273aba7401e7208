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
  [
    'another extension’s popup orders',
    { ...popup, id: 'p', origin: 'chrome-extension://p' },
    'place-order',
    false,
  ],
  [
    'a content script in the site’s own frame orders',
    { ...popup, origin: 'https://www.youtube.com', url: 'https://www.youtube.com/watch', frameId: 0 },
    'place-order',
    false,
  ],
  ['the popup’s document in a frame orders', { ...popup, frameId: 3 }, 'place-order', false],
  [
    'the first-run page orders',
    { ...popup, url: `${origin}/src/welcome/welcome.html` },
    'place-order',
    false,
  ],
  [
    'the worker’s own file orders',
    { ...popup, url: `${origin}/service-worker-loader.js` },
    'place-order',
    false,
  ],
  ['a page without an address orders', { id: popup.id, origin }, 'place-order', false],
  ['an opaque origin orders', { ...popup, origin: 'null' }, 'place-order', false],
  ['the popup unlocks', popup, 'unlock-keys', true],
  ['the options page unlocks', { ...options, frameId: 0 }, 'unlock-keys', true],
  ['a content script unlocks', { ...popup, origin: 'https://www.youtube.com' }, 'unlock-keys', false],
  ['the options page changes how keys are kept', options, 'change-key-mode', true],
  ['the popup changes how keys are kept', popup, 'change-key-mode', false],
  ['the popup discards keys', popup, 'discard-keys', false],
  ['the options page imports', options, 'import-data', true],
  ['the popup forgets everything', popup, 'forget-everything', false],
  ['a web page exports', { ...options, origin: 'https://www.youtube.com' }, 'export-data', false],
] as const)('%s: %s', (_, sender, type, isAllowed) => expect(isSenderAllowed(sender, type)).toBe(isAllowed))
