import type { Page } from 'puppeteer-core'
import { openTimed } from './open-timed.ts'
import { chooseService, type Scene, untilServices } from './scene.ts'

/** Returns how many nodes each screen has, its texts included, by the screen's name. */
export async function countNodes(scene: Scene): Promise<Readonly<Record<string, number>>> {
  const { chromium, tab } = scene
  const { page, close } = await openTimed(chromium.browser, chromium.extension, tab)
  await untilServices(page)
  const form = await nodesOf(page)
  await page.click('#service')
  const picker = await nodesOf(page)
  await chooseService(page)
  await page.keyboard.sendCharacter('1000')
  const filled = await nodesOf(page)
  await page.click('.popup-foot button[data-variant="primary"]')
  await page.waitForFunction(() => document.querySelector('#service') === null)
  const review = await nodesOf(page)
  await page.click('.tab:last-child')
  await page.waitForSelector('article')
  const orders = await nodesOf(page)
  await close()
  const options = await chromium.openExtensionPage('src/screens/options.html')
  await options.waitForSelector('main')
  const settings = await nodesOf(options)
  await options.close()
  return { form, picker, filled, review, orders, settings }
}

function nodesOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document)
    let count = 1
    while (walker.nextNode() !== null) count += 1
    return count
  })
}
