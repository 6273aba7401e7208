import type { JSX } from 'preact'

/** The first of the private characters that stand for elements while a text is written. */
const first = 0xe000

/**
 * Writes a text that has elements in it, such as an amount with its exact value. `hold` takes an element and returns what
 * to give the message in its place.
 */
export function richText(
  write: (hold: (element: JSX.Element) => string) => string,
): readonly (JSX.Element | string)[] {
  const elements: JSX.Element[] = []
  const text = write(element => String.fromCharCode(first + elements.push(element) - 1))
  return text
    .split(/([\ue000-\ue0ff])/)
    .map(part => (part.length === 1 ? elements[part.charCodeAt(0) - first] : undefined) ?? part)
}
