import type { UpstreamKind } from '@orderwright/core'
import {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  mockPanelKey,
  mockQqtubeKey,
} from '@orderwright/mock-server'
import { vi } from 'vitest'
import { activeAccountItem } from '../src/accounts/account-store.ts'
import { consentItem, consentVersion } from '../src/checkout/consent.ts'
import { handleRequest } from '../src/messages.ts'
import { describeFailure } from '../src/platform/errors.ts'
import { openOptionsScreen } from '../src/screens/options-screen.tsx'
import { openPopupModel } from '../src/screens/popup-model.ts'
import { PopupScreen } from '../src/screens/popup-screen.tsx'
import { FailedScreen } from '../src/ui/failed-screen.tsx'
import { openDocument, openScreen, type Screen } from './screen.ts'
import { answered } from './set-up.ts'

interface SceneOptions {
  readonly server?: MockServerOptions
  /** Which accounts the person has at the mock, the last one chosen. Default: one at QQTube. */
  readonly accounts?: readonly UpstreamKind[]
  readonly key?: string
  /** Default: true. */
  readonly hasConsent?: boolean
}

/** The page that the popup opens over. */
export interface Tab {
  readonly url: string
  readonly title: string
}

/** An upstream, and a person with accounts at it, who opens screens of the extension. */
export interface Scene extends AsyncDisposable {
  readonly server: MockServer
  /** The id of each account, in the order of their kinds. */
  readonly accountIds: readonly string[]
  /** The addresses of the pages that the screens have opened in tabs. */
  readonly opened: readonly string[]
  /** The files that the screens have handed to the person, by their names. */
  readonly files: ReadonlyMap<string, string>
  /** A click on the toolbar icon, over the sample video if no other page is given. */
  openPopup(tab?: Tab): Promise<Screen>
  openSettings(): Promise<Screen>
  /** Saves one more account of that kind, as the settings do; gives its id. */
  addAccount(kind: UpstreamKind, name: string): Promise<string>
  /** How many orders the upstream was sent. */
  adds(): number
}

export const video: Tab = {
  url: 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  title: '(3) A walk along the river - YouTube',
}

const atKind = {
  qqtube: { name: 'QQTube', path: '/v1-api', key: mockQqtubeKey },
  panel: { name: 'Panel', path: '/api/v2', key: mockPanelKey },
} as const

/** Sets the scene: what the other tests of the extension use for a browser, and a document for its screens. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  openDocument()
  const server = await createMockServer(options.server)
  const addAccount = async (kind: UpstreamKind, name: string, key: string = atKind[kind].key) => {
    const { path } = atKind[kind]
    const baseUrl = `${server.url}${path}`
    return answered(await handleRequest({ type: 'save-account', id: null, kind, name, baseUrl, key })).id
  }
  if (options.hasConsent !== false)
    await consentItem.set({ version: consentVersion, at: '2026-11-22T12:00:00Z' })
  const accountIds: string[] = []
  for (const kind of options.accounts ?? ['qqtube'])
    accountIds.push(await addAccount(kind, atKind[kind].name, options.key))
  await activeAccountItem.set(accountIds.at(-1) ?? '')
  server.control.requestLog.clear()

  const opened: string[] = []
  const files = new Map<string, string>()
  const screens: Screen[] = []
  /** What goes on when nobody waits for it: the next scene must not find it in its storage. */
  const underWay: Promise<unknown>[] = []
  const { sendMessage } = chrome.runtime
  chrome.runtime.sendMessage = (message: unknown) => {
    const answer = sendMessage(message)
    underWay.push(answer)
    return answer
  }
  const open = async (...[show]: Parameters<typeof openScreen>): Promise<Screen> => {
    // As the entries of the pages do it.
    const screen = await openScreen(end =>
      show(end).catch((error: unknown) => <FailedScreen sentence={describeFailure(error)} />),
    )
    screens.push(screen)
    return screen
  }
  Reflect.set(chrome.tabs, 'create', async ({ url }: Tab) => opened.push(url))
  Reflect.set(chrome.runtime, 'openOptionsPage', async () => opened.push('options'))
  return {
    server,
    accountIds,
    opened,
    files,
    openPopup: (tab = video) => {
      vi.spyOn(chrome.tabs, 'query').mockImplementation(async () => [{ id: 1, ...tab }])
      return open(async end => {
        const model = await openPopupModel(end)
        if (model.hasConsent) underWay.push(model.open())
        return <PopupScreen model={model} />
      })
    },
    openSettings: () =>
      open(end =>
        openOptionsScreen(
          { download: (name, text) => files.set(name, text), onForgotten: () => opened.push('welcome') },
          end,
        ),
      ),
    addAccount,
    adds: () => server.control.requestLog.list({ action: 'add' }).length,
    [Symbol.asyncDispose]: async () => {
      for (const screen of screens) screen.close()
      await server.close()
      await Promise.allSettled(underWay)
    },
  }
}
