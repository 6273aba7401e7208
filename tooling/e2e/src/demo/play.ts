import { relative } from 'node:path'
import type { Page } from 'puppeteer-core'
import { video } from '../browser/video-page.ts'
import { amountAt, press, see } from '../popup/controls.ts'
import { firstRunPage } from '../stage/seed.ts'
import { pictures, type Stage, setStage } from '../stage/stage.ts'
import { connectAccount } from './connect-account.ts'
import { fillIn, reviewOrder } from './fill-in.ts'
import { followOrder } from './follow-order.ts'
import { createNarrator, type Told } from './narrate.ts'
import { placeOrder } from './place-order.ts'

/**
 * Plays the whole demo by itself, through a real click on the toolbar icon, and says each step in a line.
 *
 * @throws {DemoError} naming the step that failed.
 */
export async function play(port: number, say: (line: string) => void): Promise<void> {
  // The clock moves when the demo says so. The stand-in, because a foreign site may answer as it likes.
  await using stage = await setStage({ port, headed: false, videoSite: 'stand-in', clock: { isHeld: true } })
  say(`Mock upstream at ${stage.upstream.url}, video page ${video.url} (a stand-in)`)
  const act = createNarrator(say)

  try {
    await act('first run', () => acceptFirstRun(stage))
    await act('account', () => connectAccount(stage))
    const popup = await act('toolbar click', () => openPopup(stage))
    const balance = await act('balance', () => readBalance(popup))
    const quoted = await act('form and price', () => fillIn(stage, popup))
    await act('review', () => reviewOrder(stage, popup))
    const order = await act('order', () => placeOrder(stage, popup, { quoted, balance }))
    await act('delivery', () => followOrder(stage, popup, order))
    say(
      `Quoted ${quoted}, charged ${order.charged}; the pictures are in ${relative(process.cwd(), pictures)}/`,
    )
  } catch (error) {
    await stage.pictureOfFailure()
    throw error
  }
}

/** Accepts on the page that the extension opens by itself when it is installed. */
async function acceptFirstRun(stage: Stage): Promise<Told<void>> {
  const page = await firstRunPage(stage.browser)
  await see(page, 'Platforms such as YouTube forbid')
  await stage.picture(page, 'first-run')
  await press(page, 'I understand and will keep to this')
  await see(page, 'Accepted on')
  await page.close()
  return { words: 'read what it does and what platforms forbid, and accepted', value: undefined }
}

/** A real click on the toolbar icon over the video page: the popup then knows the video. */
async function openPopup(stage: Stage): Promise<Told<Page>> {
  const page = await stage.browser.openPage()
  const popup = await stage.browser.openPopup(page)
  popup.setDefaultTimeout(10_000)
  await see(popup, video.title)
  await see(popup, video.url.replace('https://www.', ''))
  return { words: `the popup names "${video.title}" and its canonical link`, value: popup }
}

/** What the popup says that the account has. */
async function readBalance(popup: Page): Promise<Told<string>> {
  const balance = await amountAt(popup, '.popup-balance')
  return { words: balance, value: balance }
}
