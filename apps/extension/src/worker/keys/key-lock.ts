/** Reads go side by side, a change goes alone: nobody sees keys between two modes. */
export function readingKeys<T>(read: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', { mode: 'shared' }, read)
}

export function changingKeys<T>(change: () => Promise<T>): Promise<T> {
  return navigator.locks.request('keys', change)
}
