import '@orderwright/design/tokens.css'
import '../ui/base.css'
import '../ui/forced-colors.css'
import '../ui/page.css'
import './welcome.css'
import { render } from 'preact'
import { applyAppearance } from '../appearance/appearance.ts'
import { openWelcomeModel } from './welcome-model.ts'
import { WelcomeScreen } from './welcome-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())
await applyAppearance(document.documentElement, closing.signal)

const model = await openWelcomeModel()
const root = document.querySelector('#app')
if (root !== null) render(<WelcomeScreen model={model} />, root)
