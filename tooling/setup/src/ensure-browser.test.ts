import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { ensureBrowser } from './ensure-browser.mjs'

const say = (): void => undefined
const browserAlone = { withDisplay: false }
const withDisplay = { withDisplay: true }

test('a browser that is there is given, and nothing is installed', async () => {
  await using folder = await temporaryFolder()
  const chromium = await folder.program('chromium', '')
  const machine = { env: { PATH: folder.path }, platform: 'linux', isRoot: false }
  expect(await ensureBrowser(browserAlone, say, machine)).toBe(chromium)
})

test('on Debian, as root, apt installs what is missing and nothing else', async () => {
  await using folder = await temporaryFolder()
  await folder.program('openbox', '')
  await folder.program('apt-get', aptThatBrings(`${folder.path}/chromium`, `${folder.path}/calls`))
  const machine = { env: { PATH: folder.path }, platform: 'linux', isRoot: true }
  const lines: string[] = []
  const browser = await ensureBrowser(withDisplay, line => lines.push(line), machine)
  expect(browser).toBe(`${folder.path}/chromium`)
  expect(lines).toEqual(['Installing chromium, fonts-liberation, xvfb, xdotool with apt…'])
  expect(await readFile(`${folder.path}/calls`, 'utf8')).toBe(
    'update\ninstall --yes --no-install-recommends chromium fonts-liberation xvfb xdotool\n',
  )
})

test('an installation that fails is said in one sentence, with the last line of apt', async () => {
  await using folder = await temporaryFolder()
  await folder.program('apt-get', 'echo "Err:1 no route"; echo "E: Unable to fetch"; exit 100')
  const machine = { env: { PATH: folder.path }, platform: 'linux', isRoot: true }
  await expect(ensureBrowser(browserAlone, say, machine)).rejects.toThrow(
    'apt-get update failed ("E: Unable to fetch"): check the network and the package sources, and run the command again.',
  )
})

test.each([
  [
    'linux',
    'Missing: chromium, fonts-liberation, xvfb, openbox, xdotool; install with your package manager ' +
      '(on Debian `sudo apt-get install chromium fonts-liberation xvfb openbox xdotool`), ' +
      'or set CHROME_PATH to a Chromium of yours, and run the command again.',
  ],
  [
    'darwin',
    'No Chromium or Chrome was found: install one (`brew install --cask chromium`), ' +
      'or set CHROME_PATH to a Chromium of yours, and run the command again.',
  ],
  [
    'win32',
    'No Chromium or Chrome was found: install one (`winget install Google.Chrome`), ' +
      'or set CHROME_PATH to a Chromium of yours, and run the command again.',
  ],
])('without root on %s a person is told how', async (platform, sentence) => {
  await using folder = await temporaryFolder()
  const machine = { env: { PATH: folder.path, HOME: folder.path }, platform, isRoot: false }
  await expect(ensureBrowser(withDisplay, say, machine)).rejects.toThrow(sentence)
})

test('a CHROME_PATH that leads nowhere is told, and installs nothing', async () => {
  await using folder = await temporaryFolder()
  await folder.program('apt-get', `touch ${folder.path}/called`)
  const env = { PATH: folder.path, CHROME_PATH: '/nowhere/chrome' }
  await expect(ensureBrowser(browserAlone, say, { env, platform: 'linux', isRoot: true })).rejects.toThrow(
    'CHROME_PATH is /nowhere/chrome, and no program is there: correct it, or unset it to let the browser be found.',
  )
  expect(existsSync(`${folder.path}/called`)).toBe(false)
})

/** An apt-get that writes its arguments down, and on install brings one program. */
function aptThatBrings(program: string, calls: string): string {
  return `echo "$@" >>${calls}
if [ "$1" = install ]; then printf '#!/bin/sh' >${program}; /bin/chmod +x ${program}; fi`
}
