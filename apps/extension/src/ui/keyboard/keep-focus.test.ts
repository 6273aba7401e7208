import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openDocument } from '../../../test/screen.ts'
import { keepFocus } from './keep-focus.ts'

beforeEach(openDocument)

/** A page of that content; gives what has the focus once what it stood on was replaced. */
async function focusAfter(
  html: string,
  focused: string,
  change: (root: HTMLElement) => void,
): Promise<string> {
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.append(root)
  const end = new AbortController()
  onTestFinished(() => end.abort())
  keepFocus(root, end.signal)
  root.querySelector<HTMLElement>(focused)?.focus()
  change(root)
  await new Promise(resolve => setTimeout(resolve))
  return document.activeElement?.id ?? ''
}

test('what is gone leaves the focus to the first thing to use in the part that it stood in', async () => {
  const html =
    '<main><p><button id="first">A</button></p><div><input id="field"><button id="gone">B</button></div></main>'
  expect(await focusAfter(html, '#gone', root => root.querySelector('#gone')?.remove())).toBe('field')
})

test('a view that comes in the stead of another takes the focus: at its heading, or as a whole', async () => {
  const html =
    '<header><button id="head">A</button></header><main id="old"><button id="gone">B</button></main>'
  const swap = (view: string) => (root: HTMLElement) => {
    const main = root.querySelector('main')
    if (main !== null) main.outerHTML = view
  }
  expect(await focusAfter(html, '#gone', swap('<main id="new"><button>C</button></main>'))).toBe('new')
  expect(await focusAfter(html, '#gone', swap('<main><h1 id="title" tabindex="-1">D</h1></main>'))).toBe(
    'title',
  )
})

test('a focus that has a place keeps it', async () => {
  const html = '<main><button id="gone">A</button><button id="other">B</button></main>'
  const moved = (root: HTMLElement): void => {
    root.querySelector<HTMLElement>('#other')?.focus()
    root.querySelector('#gone')?.remove()
  }
  expect(await focusAfter(html, '#gone', moved)).toBe('other')
})
