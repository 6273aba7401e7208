import { type MockServerOptions, mockPanelKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { Scene, Stage } from './stage.ts'

interface PanelSceneOptions {
  readonly server?: MockServerOptions
  /** Beside the account at the panel, one at QQTube. Default: false. */
  readonly hasBoth?: boolean
}

/** A scene with an account at the mock's panel, which the popup opens with. */
export async function openPanelScene(
  stage: Stage,
  { server, hasBoth = false }: PanelSceneOptions = {},
): Promise<Scene> {
  const scene = await stage.scene({ hasAccount: hasBoth, ...(server && { server }) })
  await addPanelAccount(scene.options, `${scene.server.url}/api/v2`)
  scene.server.control.requestLog.clear()
  return scene
}

/** As the form does it, without the form; gives the account's id. */
export async function addPanelAccount(options: Page, baseUrl: string): Promise<string> {
  const answer = await options.evaluate(
    async message => {
      const saved = await chrome.runtime.sendMessage(message)
      if (saved.ok === true)
        await chrome.storage.local.set({ activeAccount: { version: 1, value: saved.value.id } })
      return saved
    },
    {
      type: 'save-account',
      id: null,
      kind: 'panel',
      name: 'Panel',
      baseUrl,
      key: mockPanelKey,
    },
  )
  if (answer?.ok !== true) throw new Error(`The account was not saved: ${JSON.stringify(answer)}`)
  return String(answer.value.id)
}
