import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/page.css'
import './options.css'
import { type JSX, render } from 'preact'
import { describeFailure } from '../storage/describe-failure.ts'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { openDataModel } from './data-model.ts'
import { download } from './download.ts'
import { openKeysModel } from './keys-model.ts'
import { openLimitsModel } from './limits-model.ts'
import { openNoticesModel } from './notices-model.ts'
import { openOptionsModel } from './options-model.ts'
import { OptionsScreen } from './options-screen.tsx'
import { watchRecords } from './watch-records.ts'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

async function openScreen(): Promise<JSX.Element> {
  const [model, data, records, notices] = await Promise.all([
    openOptionsModel(closing.signal),
    openDataModel(download),
    watchRecords(closing.signal),
    openNoticesModel(closing.signal),
  ])
  const keys = await openKeysModel(model.accounts, closing.signal)
  const limits = await openLimitsModel({ accounts: model.accounts, records, now: Date.now }, closing.signal)
  const onForgotten = (): void => location.replace(chrome.runtime.getURL('src/welcome/welcome.html'))
  return <OptionsScreen {...{ model, keys, limits, notices, data, onForgotten }} />
}

const screen = await openScreen().catch((error: unknown) => (
  <FailedScreen sentence={describeFailure(error)} />
))
const root = document.querySelector('#app')
if (root !== null) render(screen, root)
// The part that a link asks for is there only now.
if (location.hash === '#limits') document.querySelector(location.hash)?.scrollIntoView()
