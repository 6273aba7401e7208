import '@orderwright/design/tokens.css'
import '../ui/base.css'
import '../ui/page.css'
import './options.css'
import { type JSX, render } from 'preact'
import { openOptionsModel } from '../account-settings/account-settings-model.ts'
import { openDataModel } from '../backup/backup-model.ts'
import { openKeysModel } from '../keys/ui/keys-model.ts'
import { openLimitsModel } from '../limits/limits-model.ts'
import { openNotificationsModel } from '../notifications/ui/notifications-model.ts'
import { watchRecords } from '../orders/orders-model.ts'
import { describeFailure } from '../platform/errors.ts'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { OptionsScreen } from './options-screen.tsx'

const closing = new AbortController()

addEventListener('pagehide', () => closing.abort())

async function openScreen(): Promise<JSX.Element> {
  const [model, data, records, notifications] = await Promise.all([
    openOptionsModel(closing.signal),
    openDataModel(download),
    watchRecords(closing.signal),
    openNotificationsModel(closing.signal),
  ])
  const keys = await openKeysModel(model.accounts, closing.signal)
  const limits = await openLimitsModel({ accounts: model.accounts, records, now: Date.now }, closing.signal)
  const onForgotten = (): void => location.replace(chrome.runtime.getURL('src/screens/welcome.html'))
  return <OptionsScreen {...{ model, keys, limits, notifications, data, onForgotten }} />
}

const screen = await openScreen().catch((error: unknown) => (
  <FailedScreen sentence={describeFailure(error)} />
))

const root = document.querySelector('#app')

if (root !== null) render(screen, root)

// The part that a link asks for is there only now.
if (location.hash === '#limits') document.querySelector(location.hash)?.scrollIntoView()
/** Hands a text to the person as a file; nothing leaves the page otherwise. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
