/** The part of a key event that tells whose key it is. */
type KeyPress = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>

/**
 * Returns a handler that is called for the keys that are the page's own, and not for those that an input method
 * takes: Enter chooses its candidate and Escape drops it. The key that ends a composition comes with code 229 alone
 * in some browsers.
 */
export function ownKeys<Event extends KeyPress>(act: (event: Event) => void): (event: Event) => void {
  return event => {
    if (!event.isComposing && event.keyCode !== 229) act(event)
  }
}
