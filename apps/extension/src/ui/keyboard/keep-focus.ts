/** What a keyboard can stand on. */
const stops = 'button, input, select, textarea, a[href], summary, [tabindex]:not([tabindex="-1"])'

/**
 * Gives the focus a place when what had it goes: the first thing to use in the nearest part that is still there, or the main part of the view
 * that came in its stead. Without one, a keyboard would start again at the top of the page. Ends when the signal aborts.
 */
export function keepFocus(root: HTMLElement, end: AbortSignal): void {
  const { ownerDocument: document } = root
  /** What has the focus, and all that it stands in, from the inside. */
  let path: readonly Element[] = []
  const note = (event: Event): void => {
    path = event.target instanceof Element ? [event.target, ...partsAround(event.target, root)] : []
  }
  root.addEventListener('focusin', note)
  const observer = new MutationObserver(() => {
    const [focused] = path
    if (focused === undefined || focused.isConnected || !isLost(document)) return
    const part = path.find(candidate => candidate.isConnected) ?? root
    placeIn(part)?.focus()
  })
  observer.observe(root, { childList: true, subtree: true })
  end.addEventListener('abort', () => {
    root.removeEventListener('focusin', note)
    observer.disconnect()
  })
}

function partsAround(element: Element, root: Element): readonly Element[] {
  const parts: Element[] = []
  for (let part = element.parentElement; part !== null; part = part.parentElement) {
    parts.push(part)
    if (part === root) break
  }
  return parts
}

function isLost({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body
}

/** Returns what to focus in a part: its main part if the whole view is another, else the first thing to use. */
function placeIn(part: Element): HTMLElement | null {
  const main = part.matches('main') ? part : part.querySelector<HTMLElement>('main')
  if (!(main instanceof HTMLElement)) return part.querySelector<HTMLElement>(stops)
  const heading = main.querySelector<HTMLElement>('h1[tabindex]')
  if (heading !== null) return heading
  main.tabIndex = -1
  return main
}
