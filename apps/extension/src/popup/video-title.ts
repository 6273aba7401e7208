/** A page's title without YouTube's counter in front, such as `(3) `, and its name behind. */
export function videoTitle(title: string): string {
  return title
    .replace(/^\(\d+\+?\)\s*/, '')
    .replace(/\s+-\s+YouTube$/, '')
    .trim()
}
