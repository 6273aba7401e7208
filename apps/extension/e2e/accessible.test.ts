import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { auditIn } from './audit.ts'
import { takePicture } from './look.ts'
import { openStage } from './stage.ts'

test('where the system chooses the colours, what is on, chosen or in front is told apart; targets are 24 pixels high', async () => {
  await using stage = await openStage()
  await using scene = await stage.scene()
  const popup = await scene.openPopup(await scene.openPage())
  await popup.sees('A walk along the river')
  // The services are there once their number is.
  await popup.page.waitForFunction(() => document.querySelector('#service-message')?.textContent)
  await popup.page.type('#service', 'views')
  await popup.page.waitForSelector('[role="option"][data-active]')
  expect(await smallTargets(popup.page)).toStrictEqual([])
  expect(await auditIn(popup.page, 'forced')).toStrictEqual([])
  await takePicture(popup.page, 'forced-colors-picker')
  const [active, other] = await Promise.all([
    outlineOf(popup.page, '[role="option"][data-active]'),
    outlineOf(popup.page, '[role="option"]:not([data-active])'),
  ])
  expect([active, other]).toStrictEqual(['solid', 'none'])
  expect(await backgroundOf(popup.page, '.tab[aria-current]', '::after')).not.toBe('rgba(0, 0, 0, 0)')

  const { options } = scene
  await options.bringToFront()
  await options.waitForSelector('#notification-completed')
  expect(await smallTargets(options)).toStrictEqual([])
  expect(await auditIn(options, 'forced')).toStrictEqual([])
  const on = await backgroundOf(options, '#notification-completed')
  await options.click('label[for="notification-completed"]')
  await options.waitForSelector('#notification-completed:not(:checked)')
  expect(await backgroundOf(options, '#notification-completed')).not.toBe(on)
  expect(await backgroundOf(options, '#notification-partial')).toBe(on)
})

async function outlineOf(page: Page, selector: string): Promise<string> {
  return await page.$eval(selector, element => getComputedStyle(element).outlineStyle)
}

async function backgroundOf(page: Page, selector: string, part = ''): Promise<string> {
  return await page.$eval(
    selector,
    (element, pseudo) => getComputedStyle(element, pseudo).backgroundColor,
    part,
  )
}

/** Returns what can be pressed and is under 24 pixels either way; a field in a label is as large as the label. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, select, textarea, summary, [role="option"]')]
      .filter(element => !element.classList.contains('visually-hidden'))
      .map(element => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 24 || box.width < 24))
      .map(({ element }) => element.outerHTML),
  )
}
