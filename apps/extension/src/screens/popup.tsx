import '@orderwright/design/tokens.css'
import '../ui/base.css'
import '../ui/forced-colors.css'
import './popup.css'
import { render } from 'preact'
import { applyAppearance } from '../appearance/appearance.ts'
import { placeOf } from '../places/place.ts'
import { describeFailure } from '../platform/errors.ts'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { keepFocus } from '../ui/keyboard/keep-focus.ts'
import { loadViews } from './later-views.tsx'
import { openPopupModel } from './popup-model.ts'
import { PopupScreen } from './popup-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

const place = placeOf(location.search)
document.documentElement.dataset.place = place.name
await applyAppearance(document.documentElement, closing.signal)

const root = document.querySelector<HTMLElement>('#app')
if (root !== null) keepFocus(root, closing.signal)
const opened = await openPopupModel(closing.signal, place).catch((error: unknown) => describeFailure(error))
if (typeof opened === 'string') {
  if (root !== null) render(<FailedScreen sentence={opened} />, root)
} else {
  if (root !== null) render(<PopupScreen model={opened} />, root)
  addEventListener('focus', () => void opened.page.readAgain())
  await painted()
  if (opened.hasConsent) await opened.open()
  await loadViews()
}

/** Resolves once the frame with what was rendered is made: what is read for it first would hold it up. */
function painted(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}
