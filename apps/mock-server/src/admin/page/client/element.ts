type Child = Node | string

/** An element with its attributes and children, some in lists; an attribute that is `undefined` is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value)
  }
  for (const child of children.flat()) made.append(child)
  return made
}

/** What stands between backticks is code. */
export function withCode(text: string): readonly Child[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? element('code', {}, piece) : piece))
}

/**
 * The element of the page with this id.
 * @throws TypeError where the page has none of that kind
 */
export function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new TypeError(`The page has no ${kind.name} #${id}`)
  return found
}

/** Sets a text only where it changes: a screen reader would say it again. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text
}
