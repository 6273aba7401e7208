/**
 * What an upstream's short form of a target says of an order's own. Only `different` is certain enough to tell
 * two orders apart, and it is given if both name a video or a channel by its id, or both are links of one form at one
 * host; `unclear` may be the same under another name.
 */
export type TargetMatch = 'same' | 'blank' | 'unclear' | 'different'

export function compareTarget(target: string | undefined, listed: string | undefined): TargetMatch {
  const [own, shown] = [target?.trim() ?? '', listed?.trim() ?? '']
  if (shown === '') return 'blank'
  if (own === shown) return 'same'
  for (const form of forms) {
    const [ownId, shownId] = [form.inLink.exec(own)?.[1], idOf(form, shown)]
    if (ownId !== undefined && shownId !== undefined) return ownId === shownId ? 'same' : 'different'
  }
  const [ownLink, shownLink] = [linkOf(own), linkOf(shown)]
  if (ownLink !== undefined && shownLink !== undefined) return compareLinks(ownLink, shownLink)
  return own.split(/[/?&=#]+/).includes(shown) ? 'same' : 'unclear'
}

interface Form {
  readonly inLink: RegExp
  readonly alone: RegExp
}

/** QQTube shortens a link of YouTube's to the video's id or the user's channel. */
const forms: readonly Form[] = [
  {
    inLink: /(?:[?&]v=|youtu\.be\/|\/(?:shorts|live|embed|v|e)\/)([\w-]{11})(?![\w-])/,
    alone: /^[\w-]{11}$/,
  },
  { inLink: /\/channel\/(UC[\w-]{22})(?![\w-])/, alone: /^UC[\w-]{22}$/ },
]

function idOf({ inLink, alone }: Form, shown: string): string | undefined {
  return alone.test(shown) ? shown : inLink.exec(shown)?.[1]
}

interface Link {
  readonly host: string
  readonly path: string
  readonly query: readonly string[]
}

function linkOf(text: string): Link | undefined {
  const match = /^https?:\/\/(?:www\.|m\.)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(text)
  if (match === null) return undefined
  const [, host = '', path = '', query = ''] = match
  return {
    host: host.toLowerCase(),
    path: path.split('/').filter(Boolean).join('/'),
    query: query.split('&').filter(Boolean),
  }
}

/**
 * Returns whether two paths name their things in one form, so that other letters are another thing: `/p/one` and `/p/two`, `/@one`
 * and `/@two`. A channel has a handle, an id and a user's name, and some sites read letters of either case.
 */
function isOneForm(left: string, right: string): boolean {
  if (left.toLowerCase() === right.toLowerCase()) return false
  return formOf(left) === formOf(right)
}

function formOf(path: string): string {
  const parts = path.split('/')
  const last = parts.at(-1) ?? ''
  return [...parts.slice(0, -1), last.startsWith('@') ? '@' : ''].join('/')
}

function compareLinks(left: Link, right: Link): TargetMatch {
  // One text of a link may be escaped and the other not.
  const isEscaped = [left, right].some(({ path, query }) => [path, ...query].join('').includes('%'))
  if (left.host !== right.host || isEscaped) return 'unclear'
  if (left.path !== right.path) return isOneForm(left.path, right.path) ? 'different' : 'unclear'
  const isPart = (part: Link, whole: Link): boolean => part.query.every(pair => whole.query.includes(pair))
  return isPart(left, right) || isPart(right, left) ? 'same' : 'different'
}
