import { stripVTControlCharacters } from 'node:util'

/** Returns a foreign text fit for one line of a terminal: without control characters, which could colour, move or hide other lines. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}+/gu, ' ')
}
