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
  expect(await missedByTab(options)).toStrictEqual([])
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

/** Presses Tab through the page, and returns what can be changed or pressed on it and had no visible focus meanwhile. */
async function missedByTab(page: Page): Promise<readonly string[]> {
  const [all, start] = await page.evaluate(() => {
    const controls = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter(
      element => element.getClientRects().length > 0 && !element.matches('input[type="radio"]:not(:checked)'),
    )
    for (const [index, control] of controls.entries()) control.setAttribute('data-control', `${index}`)
    document.body.tabIndex = -1
    document.body.focus()
    return [controls.map(control => control.outerHTML), controls.length] as const
  })
  const reached = new Set<number>()
  for (let press = 0; press <= start; press++) {
    await page.keyboard.press('Tab')
    const index = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || getComputedStyle(activeElement).outlineStyle === 'none') return undefined
      return activeElement.getAttribute('data-control') ?? undefined
    })
    if (index !== undefined) reached.add(Number(index))
  }
  return all.filter((_, index) => !reached.has(index))
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
