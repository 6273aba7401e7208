/** YouTube allows a hundred letters; whatever else a page is called is cut. */
const longest = 300

const siteName = ' - YouTube'

/** A page's title without YouTube's counter in front, such as `(3) `, and its name behind. */
export function videoTitle(title: string): string {
  const text = title.slice(0, 2 * longest).replace(/[\p{Cf}\p{Cc}]+/gu, '')
  const name = text.endsWith(siteName) ? text.slice(0, -siteName.length) : text
  // A counter stands before a title: `(1984)` alone is one.
  return name
    .trim()
    .replace(/^\(\d+\+?\)\s+(?=\S)/, '')
    .slice(0, longest)
    .trim()
}
