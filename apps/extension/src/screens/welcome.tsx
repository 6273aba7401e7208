import '@orderwright/design/tokens.css'
import '../ui/base.css'
import '../ui/page.css'
import './welcome.css'
import { render } from 'preact'
import { openWelcomeModel } from './welcome-model.ts'
import { WelcomeScreen } from './welcome-screen.tsx'

const model = await openWelcomeModel()
const root = document.querySelector('#app')
if (root !== null) render(<WelcomeScreen model={model} />, root)
