/** A status as it is compared: panels write the same one as `In progress`, `in_progress` and `IN-PROGRESS`. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/[\s_-]+/g, '')
}
