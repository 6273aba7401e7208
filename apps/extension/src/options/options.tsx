import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/page.css'
import './options.css'
import { render } from 'preact'
import { openKeysModel } from './keys-model.ts'
import { openOptionsModel } from './options-model.ts'
import { OptionsScreen } from './options-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

const [model, keys] = await Promise.all([openOptionsModel(closing.signal), openKeysModel(closing.signal)])
const root = document.querySelector('#app')
if (root !== null) render(<OptionsScreen model={model} keys={keys} />, root)
