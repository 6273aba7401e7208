import { expect, test } from 'vitest'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { findBrowser } from './find-browser.mjs'

test('CHROME_PATH decides before PATH', async () => {
  await using folder = await temporaryFolder()
  const chosen = await folder.program('chosen', '')
  await folder.program('chromium', '')
  expect(findBrowser({ CHROME_PATH: chosen, PATH: folder.path }, 'linux')).toBe(chosen)
})

test('a CHROME_PATH that leads nowhere is not made up for by another browser', async () => {
  await using folder = await temporaryFolder()
  await folder.program('chromium', '')
  expect(findBrowser({ CHROME_PATH: `${folder.path}/gone`, PATH: folder.path }, 'linux')).toBeUndefined()
})

test('Chromium is taken before Chrome, and a file that cannot be run is passed over', async () => {
  await using folder = await temporaryFolder()
  await folder.write('chromium', 'no program')
  const chrome = await folder.program('google-chrome', '')
  const chromium = await folder.program('chromium-browser', '')
  expect(findBrowser({ PATH: `/nowhere:${folder.path}` }, 'linux')).toBe(chromium)
  expect(chromium).not.toBe(chrome)
})

test('on a Mac the applications folder of the person is searched', async () => {
  await using folder = await temporaryFolder()
  const chromium = await folder.program('Applications/Chromium.app/Contents/MacOS/Chromium', '')
  expect(findBrowser({ PATH: '', HOME: folder.path }, 'darwin')).toBe(chromium)
})

test('no browser is undefined', () => {
  expect(findBrowser({ PATH: '' }, 'linux')).toBeUndefined()
})
