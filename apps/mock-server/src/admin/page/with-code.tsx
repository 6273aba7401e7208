import type { ComponentChild } from 'preact'

/** Returns a text with what stands between backticks as code. */
export function withCode(text: string): readonly ComponentChild[] {
  return text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))
}
