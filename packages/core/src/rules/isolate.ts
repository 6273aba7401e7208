/**
 * Returns a foreign text, such as a label of a catalogue, fit to stand inside a sentence: in a first-strong isolate
 * (U+2068 … U+2069) if it could reorder the words around it, else unchanged, so that plain texts stay plain. Inside an
 * isolate there are no embeddings, overrides or isolates of the text's own, and no line ends.
 *
 * @example
 * ```ts
 * isolate('Minutes') // 'Minutes'
 * isolate('דקות') // '\u2068דקות\u2069'
 * ```
 */
export function isolate(text: string): string {
  if (!reordering.test(text)) return text
  return `\u2068${text.replace(controls, '').replace(lineEnds, ' ')}\u2069`
}

/**
 * Characters that can reorder the text around them: letters of right-to-left scripts (the blocks that Unicode reserves
 * for them), the marks, and the controls that embed, override or isolate.
 */
const reordering =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What could end the isolate from inside, or reach beyond its end. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g

/** Line ends and the other control characters: a paragraph separator among them ends every isolate. */
const lineEnds = /[\p{Cc}\u2029]+/gu
