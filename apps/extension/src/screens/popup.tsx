import '@orderwright/design/tokens.css'
import '../ui/base.css'
import './popup.css'
import { render } from 'preact'
import { describeFailure } from '../platform/errors.ts'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { loadViews } from './later-views.tsx'
import { openPopupModel } from './popup-model.ts'
import { PopupScreen } from './popup-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

const root = document.querySelector('#app')
const opened = await openPopupModel(closing.signal).catch((error: unknown) => describeFailure(error))
if (typeof opened === 'string') {
  if (root !== null) render(<FailedScreen sentence={opened} />, root)
} else {
  if (root !== null) render(<PopupScreen model={opened} />, root)
  if (opened.hasConsent) await opened.open()
  await loadViews()
}
