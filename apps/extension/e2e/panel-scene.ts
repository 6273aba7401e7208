import { saveAccount } from '@orderwright/e2e'
import { type MockServerOptions, mockPanelKey } from '@orderwright/mock-server'
import type { Page } from 'puppeteer-core'
import type { Scene, Stage } from './stage.ts'

interface PanelSceneOptions {
  readonly server?: MockServerOptions
}

/** A scene with an account at the mock's panel, alone. */
export async function openPanelScene(stage: Stage, { server }: PanelSceneOptions = {}): Promise<Scene> {
  const scene = await stage.scene({ hasAccount: false, ...(server && { server }) })
  await addPanelAccount(scene.options, `${scene.server.url}/api/v2`)
  scene.server.control.requestLog.clear()
  return scene
}

/** As the form does it, without the form; gives the account's id. */
export function addPanelAccount(options: Page, baseUrl: string): Promise<string> {
  return saveAccount(options, { kind: 'panel', name: 'Panel', baseUrl, key: mockPanelKey })
}
