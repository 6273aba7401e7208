import { video } from '@orderwright/browser'
import type { Page } from 'puppeteer-core'
import { see } from './hands.ts'
import type { Told } from './narrate.ts'
import type { Stage } from './stage.ts'

/** A real click on the toolbar icon over the video page: the popup then knows the video. */
export async function openPopup(stage: Stage): Promise<Told<Page>> {
  const page = await stage.browser.openPage()
  const popup = await stage.browser.openPopup(page)
  popup.setDefaultTimeout(10_000)
  await see(popup, video.title)
  await see(popup, video.url.replace('https://www.', ''))
  return { words: `the popup names "${video.title}" and its canonical link`, value: popup }
}
