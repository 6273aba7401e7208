import { acceptTerms, firstRunPage, launchBrowser, openDisplay, openPopupDriver } from '@orderwright/e2e'
import { createMockServer, mockQqtubeKey } from '@orderwright/mock-server'
import { expect, test } from 'vitest'

/** What people load, with the browser's own question: headless Chromium cannot show it. */
test('the browser asks before the first contact, for that address alone, and then it orders', async () => {
  await using server = await createMockServer()
  await using display = await openDisplay()
  await using chromium = await launchBrowser({
    extension: `${import.meta.dirname}/../dist`,
    headed: true,
    display: display.name,
  })
  const firstRun = await firstRunPage(chromium)
  await acceptTerms(firstRun)
  await firstRun.close()
  const page = await chromium.openExtensionPage('src/screens/options.html')
  const options = openPopupDriver(page)
  const granted = (): Promise<readonly string[] | undefined> =>
    page.evaluate(async () => (await chrome.permissions.getAll()).origins)
  expect(await granted()).toStrictEqual([])
  await options.fill('Name', 'QQTube')
  await options.fill('Address of the API', `${server.url}/v1-api`)
  await options.fill('Key', mockQqtubeKey)
  await options.press('Save and test')
  await display.allowPrompt(page)
  await options.sees('$1,000.00')
  expect(await granted()).toStrictEqual(['http://127.0.0.1/*'])

  const popup = openPopupDriver(await chromium.openPopup(await chromium.openPage()))
  await popup.choose('13')
  await popup.fill('Quantity', '100')
  await popup.press('Review order')
  await popup.press('Order for $0.90')
  await popup.sees('is placed')
  expect(server.control.orders.list()).toHaveLength(1)
})
