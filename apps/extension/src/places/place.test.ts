import { expect, test } from 'vitest'
import { addressAt, type Place, placeOf } from './place.ts'

test.each<[Place, string]>([
  [{ name: 'popup' }, '/src/screens/popup.html'],
  [{ name: 'panel' }, '/src/screens/popup.html?at=panel'],
  [{ name: 'window', tabId: 7 }, '/src/screens/popup.html?at=window&tab=7'],
])('%j is named by its address, and read from it', (place, address) => {
  expect(addressAt(place)).toBe(address)
  expect(placeOf(new URL(address, 'https://example.com').search)).toStrictEqual(place)
})

test.each(['', '?at=elsewhere', '?tab=7'])('whatever else the query says (%s), it is the popup', search => {
  expect(placeOf(search)).toStrictEqual({ name: 'popup' })
})

test.each(['-1', '1e3', '9'.repeat(16), '7;8'])('the tab “%s” is none', tab => {
  expect(placeOf(`?at=window&tab=${encodeURIComponent(tab)}`)).toStrictEqual({ name: 'window' })
})
