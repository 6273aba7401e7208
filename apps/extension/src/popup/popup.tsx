import '../ui/tokens.css'
import '../ui/base.css'
import './popup.css'
import { render } from 'preact'
import { openPopupModel } from './popup-model.ts'
import { PopupScreen } from './popup-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

const model = await openPopupModel(closing.signal)
const root = document.querySelector('#app')
if (root !== null) render(<PopupScreen model={model} />, root)
if (model.hasConsent) await model.open()
