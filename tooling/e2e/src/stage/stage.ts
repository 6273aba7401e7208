import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MockServer, MockServerOptions } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import { type ExtensionBrowser, launchBrowser } from '../browser/launch-browser.ts'
import { loopbackBuild } from './build.ts'
import { startUpstream } from './start-upstream.ts'

/** Where a demo puts its pictures. */
export const pictures: string = join(import.meta.dirname, '../../../../.artifacts/demo')

export interface Stage extends AsyncDisposable {
  readonly upstream: MockServer
  readonly browser: ExtensionBrowser
  /** Takes a picture of what a person sees now. */
  picture(page: Page, name: string): Promise<void>
  /** Takes a picture of every screen of the extension that is open. */
  pictureOfFailure(): Promise<void>
}

export interface StageOptions {
  readonly port: number
  readonly headed: boolean
  readonly videoSite: 'stand-in' | 'real'
  readonly clock: MockServerOptions['clock']
}

/** A mock upstream and a browser with the extension; both are gone when the stage is. */
export async function setStage({ port, headed, videoSite, clock }: StageOptions): Promise<Stage> {
  await rm(pictures, { recursive: true, force: true })
  await mkdir(pictures, { recursive: true })
  const upstream = await startUpstream(port, clock)
  try {
    const browser = await launchBrowser({ extension: loopbackBuild, headed, videoSite, pixelRatio: 2 })
    let number = 0
    const picture = async (page: Page, name: string): Promise<void> => {
      number += 1
      await page.evaluate(movementEnd)
      await page.screenshot({ path: join(pictures, `${number}-${name}.png`) })
    }
    return {
      upstream,
      browser,
      picture,
      pictureOfFailure: async () => {
        for (const page of await browser.extension.pages()) await picture(page, 'failed')
      },
      [Symbol.asyncDispose]: async () => {
        await browser.close()
        await upstream.close()
      },
    }
  } catch (error) {
    await upstream.close()
    throw error
  }
}

/** Half of a movement is no picture; what moves for ever is not waited for. */
async function movementEnd(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.all(ending.map(animation => animation.finished))
}
