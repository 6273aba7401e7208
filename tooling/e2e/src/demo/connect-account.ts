import { mockQqtubeKey } from '@orderwright/mock-server'
import { fill, press, see } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

/** Adds the mock upstream as an account on the settings page. */
export async function connectAccount(stage: Stage): Promise<Told<void>> {
  const page = await stage.browser.openExtensionPage('src/screens/options.html')
  await fill(page, 'Name', 'Mock upstream')
  await fill(page, 'Address of the API', `${stage.upstream.url}/v1-api`)
  await fill(page, 'Key', mockQqtubeKey)
  await press(page, 'Save and test')
  await see(page, 'Connected')
  await stage.picture(page, 'settings')
  await page.close()
  return { words: `connected to ${stage.upstream.url}/v1-api`, value: undefined }
}
