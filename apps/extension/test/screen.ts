import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import { Window } from 'happy-dom'
import { type JSX, render } from 'preact'
import { vi } from 'vitest'

const require = createRequire(import.meta.url)

/** One for all tests of a worker: axe keeps the window that it first saw. */
let page: Window | undefined

/** Gives the screens that are opened from now on a blank document, and the few names of a window that they and axe use. */
export function openDocument(): void {
  page ??= new Window({ url: 'http://localhost/' })
  const { document } = page
  document.documentElement.lang = 'en'
  document.title = 'Orderwright'
  document.body.replaceChildren()
  const { location, CSS, Node, NodeList, Element, HTMLElement, MutationObserver } = page
  const names = {
    window: page,
    document,
    location,
    CSS,
    Node,
    NodeList,
    Element,
    HTMLElement,
    MutationObserver,
  }
  for (const [name, value] of Object.entries(names)) vi.stubGlobal(name, value)
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act))
}

/** A screen as a person uses it, by what its fields and buttons are called. It is rendered, and drawn by no browser. */
export interface Screen {
  readonly root: HTMLElement
  /** Searches the picker and takes the first match. */
  choose(query: string): Promise<void>
  /** Puts the text into the field with that label, in place of what is there. */
  fill(label: string, text: string): Promise<void>
  select(label: string, option: string): Promise<void>
  /** Presses the button or summary whose text or name begins so, once it is not busy. The second click of two has the detail 2. */
  press(text: string, detail?: number): Promise<void>
  /** Presses what the selector finds. */
  pressAt(selector: string): Promise<void>
  /** Presses Enter where the focus is: it presses a button, and submits the form of a field. */
  enter(): Promise<void>
  /** Presses a key, with the modifiers that the event names, where the focus is. */
  key(key: string, modifiers?: KeyboardEventInit): Promise<void>
  /** Waits for the text to be on the screen. */
  sees(text: string): Promise<void>
  /** Waits for the text to be gone. */
  seesNoMore(text: string): Promise<void>
  /** Returns the first element that the selector finds, once there is one. */
  shown(selector: string): Promise<HTMLElement>
  text(): string
  /** Returns what stands in the field with that label: of a choice, its words. */
  valueOf(label: string): Promise<string>
  /** Returns the live total, to its last digit, or blank. */
  total(): string
  /** Returns what axe finds wrong by its rules that need no layout; those of colours are tested where colours are drawn. */
  audit(): Promise<readonly string[]>
  /** Takes it off the page, as the browser does with a popup that closes. */
  close(): void
}

/** Shows what `open` gives in a part of the page of its own; the signal aborts when it is closed. */
export async function openScreen(open: (end: AbortSignal) => Promise<JSX.Element>): Promise<Screen> {
  const root = document.createElement('div')
  document.body.append(root)
  const end = new AbortController()
  render(await open(end.signal), root)

  const text = (): string => root.textContent ?? ''
  const shown = (selector: string): Promise<HTMLElement> =>
    soon(() => root.querySelector<HTMLElement>(selector), `nothing at ${selector}`)
  const field = (label: string): Promise<HTMLInputElement> =>
    soon(() => fieldOf(root, label), `no field “${label}”`)
  const press = async (element: HTMLElement, detail = 1): Promise<void> => {
    element.focus()
    dispatch(element, 'MouseEvent', 'click', { detail })
    await drawn()
  }
  const put = async (control: HTMLInputElement, value: string, type: 'input' | 'change'): Promise<void> => {
    control.focus()
    control.value = value
    dispatch(control, 'Event', type)
    await drawn()
  }
  return {
    root,
    text,
    shown,
    sees: async wanted => {
      await soon(() => text().includes(wanted), `no “${wanted}” in:\n${text()}`)
    },
    seesNoMore: async unwanted => {
      await soon(() => !text().includes(unwanted), `“${unwanted}” is there still`)
    },
    choose: async query => {
      await soon(() => root.querySelector('#service-message')?.textContent, 'no list of services')
      const picker = await field('Service')
      await put(picker, query, 'input')
      await shown('[role="option"][data-active]')
      dispatch(picker, 'KeyboardEvent', 'keydown', { key: 'Enter' })
      await shown('#service[aria-expanded="false"]')
    },
    fill: async (label, typed) => put(await field(label), typed, 'input'),
    select: async (label, option) => {
      const control = await field(label)
      const wanted = await soon(
        () => [...control.querySelectorAll('option')].find(({ textContent }) => textContent === option),
        `no choice “${option}”`,
      )
      await put(control, wanted.value, 'change')
    },
    press: async (words, detail) =>
      press(await soon(() => buttonOf(root, words), `no button “${words}” in:\n${text()}`), detail),
    pressAt: async selector => press(await shown(selector)),
    enter: async () => {
      const focused = document.activeElement
      if (focused === null || !root.contains(focused)) throw new Error('Nothing has the focus.')
      dispatch(focused, 'KeyboardEvent', 'keydown', { key: 'Enter' })
      if (focused.matches('button')) dispatch(focused, 'MouseEvent', 'click', { detail: 0 })
      else focused.closest('form')?.requestSubmit()
      await drawn()
    },
    key: async (key, modifiers = {}) => {
      dispatch(
        root.contains(document.activeElement) ? (document.activeElement ?? root) : root,
        'KeyboardEvent',
        'keydown',
        {
          key,
          ...modifiers,
        },
      )
      await drawn()
    },
    valueOf: async label => {
      const control = await field(label)
      const chosen = [...control.querySelectorAll('option')].find(({ selected }) => selected)
      return chosen?.textContent ?? control.value
    },
    total: () => root.querySelector('[data-testid="total"] data')?.getAttribute('value') ?? '',
    audit: async () => {
      // Only now: it takes the window that is there when it is loaded.
      const axe: typeof Axe = require('axe-core')
      // Other windows that the test has open are no part of this one's page.
      const all = [...document.body.children]
      document.body.replaceChildren(root)
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: false } },
      })
      document.body.replaceChildren(...all)
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
    },
    close: () => {
      end.abort()
      render(null, root)
      root.remove()
    },
  }
}

/** Resolves with what is found once it is; nothing on these screens takes as long as it waits. */
async function soon<T>(find: () => T | false | null | undefined, absence: string): Promise<T> {
  return await vi.waitFor(
    () => {
      const found = find()
      if (found === null || found === undefined || found === false) throw new Error(`There is ${absence}`)
      return found
    },
    { interval: 5, timeout: 5_000 },
  )
}

/** Preact draws what has changed in a microtask. */
function drawn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

function fieldOf(root: Element, label: string): HTMLInputElement | null {
  const named = root.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)
  if (named !== null) return named
  const labels = [...root.querySelectorAll('label')]
  const id = labels.find(({ textContent }) => textContent?.trim().startsWith(label))?.htmlFor
  return id === undefined ? null : root.querySelector(`[id="${id}"]`)
}

function buttonOf(root: Element, words: string): HTMLElement | undefined {
  const candidates = [...root.querySelectorAll<HTMLElement>('button, summary')]
  return candidates.find(
    element =>
      element.getAttribute('aria-disabled') !== 'true' &&
      (element.textContent?.trim().startsWith(words) || element.getAttribute('aria-label') === words),
  )
}

/** Dispatches an event of the page's own kind: Node's are no events of its elements. */
function dispatch(
  element: Element,
  kind: 'Event' | 'KeyboardEvent' | 'MouseEvent',
  type: string,
  init: MouseEventInit & KeyboardEventInit = {},
): void {
  const window = document.defaultView
  if (window === null) throw new Error('The document has no window.')
  element.dispatchEvent(new window[kind](type, { bubbles: true, cancelable: true, ...init }))
}
