import { relative } from 'node:path'
import { video } from '@orderwright/browser'
import { acceptFirstRun } from './accept-first-run.ts'
import { connectAccount } from './connect-account.ts'
import { fillIn, reviewOrder } from './fill-in.ts'
import { followOrder } from './follow-order.ts'
import { createNarrator } from './narrate.ts'
import { openPopup } from './open-popup.ts'
import { placeOrder } from './place-order.ts'
import { pictures, setStage } from './stage.ts'

/**
 * Plays the whole journey by itself, through a real click on the toolbar icon, and says each step in a line.
 *
 * @throws {JourneyError} naming the step that failed.
 */
export async function play(port: number, say: (line: string) => void): Promise<void> {
  // The clock moves when the journey says so. The stand-in, because a foreign site may answer as it likes.
  await using stage = await setStage({ port, headed: false, videoSite: 'stand-in', clock: { isHeld: true } })
  say(`Mock upstream at ${stage.upstream.url}, video page ${video.url} (a stand-in)`)
  const act = createNarrator(say)

  try {
    await act('first run', () => acceptFirstRun(stage))
    const balance = await act('account', () => connectAccount(stage))
    const popup = await act('toolbar click', () => openPopup(stage))
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
