import type { Extension, KeyInput, Page } from 'puppeteer-core'
import { openTimed, rendererCount, untilProcessesEnd } from './open-timed.ts'
import { type Measured, measured } from './samples.ts'
import { chooseService, type Scene, untilServices } from './scene.ts'
import { typeTimed } from './type-timed.ts'

/**
 * Opens our popup and the blank one in turns, so that both meet the same machine. `warm`: the process of each is there already,
 * as while its worker runs or a page of it is open; `cold`: the process has ended, as half a minute after the last use.
 */
export async function measureOpening(
  scene: Scene,
  process: 'warm' | 'cold',
  rounds: number,
): Promise<Measured> {
  const { chromium, blank, tab } = scene
  const { browser, extension } = chromium
  const times = new Map<Extension, number[]>([
    [blank, []],
    [extension, []],
  ])
  const keptWarm = process === 'cold' ? undefined : await browser.newPage()
  await keptWarm?.goto(`chrome-extension://${blank.id}/popup.html`)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round <= rounds; round += 1) {
    for (const [of, known] of times) {
      if (process === 'cold') {
        await chromium.killWorker()
        least = Math.min(least, await rendererCount(browser))
        await untilProcessesEnd(browser, least)
      }
      const popup = await openTimed(browser, of, tab)
      // The first of each is for the machine to remember.
      if (round > 0) known.push(popup.time)
      if (of === extension) await untilServices(popup.page)
      await popup.close()
    }
  }
  await keptWarm?.close()
  return measured(times.get(extension) ?? [], times.get(blank) ?? [])
}

/** Types into the picker of our popup, then into that of the blank one. */
export function measurePicker(scene: Scene, rounds: number): Promise<Measured> {
  const typed: readonly KeyInput[] = ['v', 'i', 'e', 'w', 's', 'Space', 'c', 'e', 'd', 'a', 'r']
  return measureKeys(scene, typed, rounds, async page => {
    await untilServices(page)
    await page.focus('#service')
  })
}

/** Types a quantity into our popup, each digit of which is priced, then into the blank one. */
export function measureQuantity(scene: Scene, rounds: number): Promise<Measured> {
  return measureKeys(scene, ['1', '2', '5', '0', '0'], rounds, chooseService)
}

async function measureKeys(
  { chromium, blank, tab }: Scene,
  typed: readonly KeyInput[],
  rounds: number,
  prepare: (popup: Page) => Promise<void>,
): Promise<Measured> {
  const erased = typed.map(() => 'Backspace' as const)
  const times = Math.ceil(rounds / (2 * typed.length))
  const keys = Array.from({ length: times }, () => [...typed, ...erased]).flat()
  const type = async (of: Extension, focus: (popup: Page) => Promise<void>): Promise<readonly number[]> => {
    const popup = await openTimed(chromium.browser, of, tab)
    await focus(popup.page)
    const taken = await typeTimed(popup.page, keys)
    await popup.close()
    return taken
  }
  const own = await type(chromium.extension, prepare)
  return measured(own, await type(blank, page => page.focus('#service')))
}
