import '@orderwright/design/tokens.css'
import '../ui/base.css'
import '../ui/forced-colors.css'
import '../ui/page.css'
import './options.css'
import { render } from 'preact'
import { applyAppearance } from '../appearance/appearance.ts'
import { describeFailure } from '../platform/errors.ts'
import { FailedScreen } from '../ui/failed-screen.tsx'
import { keepFocus } from '../ui/keyboard/keep-focus.ts'
import { openOptionsScreen } from './options-screen.tsx'

const closing = new AbortController()

addEventListener('pagehide', () => closing.abort())
await applyAppearance(document.documentElement, closing.signal)

const onForgotten = (): void => location.replace(chrome.runtime.getURL('src/screens/welcome.html'))

const screen = await openOptionsScreen({ download, onForgotten }, closing.signal).catch((error: unknown) => (
  <FailedScreen sentence={describeFailure(error)} />
))

const root = document.querySelector<HTMLElement>('#app')

if (root !== null) {
  keepFocus(root, closing.signal)
  render(screen, root)
}

// The part that a link asks for is there only now.
if (/^#[a-z]+$/.test(location.hash)) document.querySelector(location.hash)?.scrollIntoView()

/** Hands a text to the person as a file; nothing leaves the page otherwise. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
