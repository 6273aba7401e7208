import { openPopupDriver } from '@orderwright/e2e'
import { expect, test } from 'vitest'
import { audit } from './audit.ts'
import { takePicture } from './look.ts'
import { openStage } from './stage.ts'

test('the side panel stays beside the page, says when it has moved on, and watches the demo deliver', async () => {
  await using stage = await openStage()
  await using scene = await stage.scene({ hasAccount: false })
  const page = await scene.openPage()
  const popup = await scene.openPopup(page)
  await popup.press('Try the demo first')
  await popup.sees('Demo: nothing is sent')
  await popup.page.click('button[aria-label="Keep open beside the page"]')
  const target = await scene.chromium.browser.waitForTarget(one => one.url().endsWith('?at=panel'))
  const panel = openPopupDriver(await target.asPage())
  await panel.sees('A walk along the river')
  await page.evaluate(() => {
    history.pushState({}, '', '/watch?v=abcdefghijk')
    document.title = 'Another walk - YouTube'
  })
  await panel.sees('The page has moved on')
  await panel.choose('in bulk')
  await panel.fill('Quantity', '2000')
  expect(await audit(panel.page, 'the side panel')).toStrictEqual([])
  await takePicture(panel.page, 'side-panel')
  await panel.press('Review order')
  await panel.press('Order for $4.80')
  await panel.sees('Demo: nothing is sent')
  expect(await panel.page.evaluate(() => innerHeight > 400 && document.body.clientWidth === innerWidth)).toBe(
    true,
  )
})
