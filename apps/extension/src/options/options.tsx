import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/page.css'
import './options.css'
import { render } from 'preact'
import { openDataModel } from './data-model.ts'
import { download } from './download.ts'
import { openKeysModel } from './keys-model.ts'
import { openOptionsModel } from './options-model.ts'
import { OptionsScreen } from './options-screen.tsx'

const closing = new AbortController()
addEventListener('pagehide', () => closing.abort())

const [model, keys, data] = await Promise.all([
  openOptionsModel(closing.signal),
  openKeysModel(closing.signal),
  openDataModel(download),
])
const onForgotten = (): void => location.replace(chrome.runtime.getURL('src/welcome/welcome.html'))
const root = document.querySelector('#app')
if (root !== null)
  render(<OptionsScreen model={model} keys={keys} data={data} onForgotten={onForgotten} />, root)
