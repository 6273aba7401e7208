import type { Page } from 'puppeteer-core'
import { choose, fill, press, see, select, total as totalOf } from '../popup/controls.ts'
import type { Stage } from '../stage/stage.ts'
import type { Told } from './narrate.ts'

/** Chooses a service whose price takes several steps, and fills in its form; gives the exact total that it shows. */
export async function fillIn(stage: Stage, popup: Page): Promise<Told<string>> {
  await choose(popup, 'fir country retention')
  await fill(popup, 'Quantity', '2500')
  await select(popup, 'Retention', '60 %')
  await select(popup, 'Country', 'Germany')
  const total = await totalOf(popup)
  await popup.$eval('main', form => form.scrollTo(0, 0))
  await stage.picture(popup, 'form')
  await press(popup, 'Price breakdown')
  await stage.picture(popup, 'price')
  return { words: `2,500 × Views · Fir, 60 %, Germany: total ${total}`, value: total }
}

/** Goes on to the review. */
export async function reviewOrder(stage: Stage, popup: Page): Promise<Told<void>> {
  await press(popup, 'Review order')
  await see(popup, 'Review your order')
  await stage.picture(popup, 'review')
  return { words: 'everything that will be sent, before it is sent', value: undefined }
}
