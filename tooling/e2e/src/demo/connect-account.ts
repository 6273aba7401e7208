import { mockQqtubeKey } from '@orderwright/mock-server'
import { amountAt, fill, press, see } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

/** Adds the mock upstream as an account on the settings page; gives the balance that the page then shows. */
export async function connectAccount(stage: Stage): Promise<Told<string>> {
  const page = await stage.browser.openExtensionPage('src/screens/options.html')
  await press(page, 'Add an account')
  await fill(page, 'Name', 'Mock upstream')
  await fill(page, 'Address of the API', `${stage.upstream.url}/v1-api`)
  await fill(page, 'Key', mockQqtubeKey)
  await press(page, 'Save and test')
  await see(page, 'Connected')
  await stage.picture(page, 'settings')
  const balance = await amountAt(page, 'article')
  await page.close()
  return { words: `connected to ${stage.upstream.url}/v1-api, balance ${balance}`, value: balance }
}
