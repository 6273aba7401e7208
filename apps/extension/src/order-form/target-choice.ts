import { isolate, type Service } from '@orderwright/core'
import {
  visibleLink,
  type YoutubeIssue,
  type YoutubeTarget,
  youtubeIssue,
  youtubeTarget,
} from '../youtube-target.ts'

/** What a service is ordered for, by its example; `any` if it gives none. */
export type TargetKind = YoutubeTarget['kind'] | 'comment' | 'link' | 'any'

export interface TargetChoice {
  /** What is sent, or blank. */
  readonly url: string
  readonly source: 'page' | 'link'
  /** One sentence about what is wrong with it. */
  readonly issue: string | undefined
}

/** Returns what to order for: the page under the popup if it fits, unless a link was pasted. */
export function chooseTarget(
  service: Pick<Service, 'example'> | undefined,
  page: YoutubeTarget | undefined,
  link: string,
): TargetChoice {
  const kind = targetKind(service)
  const pasted = visibleLink(link)
  if (pasted !== '') return fromLink(kind, pasted, service)
  if (page !== undefined && isPageUsable(kind, page))
    return { url: page.url, source: 'page', issue: undefined }
  return { url: '', source: 'link', issue: `Paste ${article[kind]}${exampleWords(service)}.` }
}

export function targetKind(service: Pick<Service, 'example'> | undefined): TargetKind {
  const example = service?.example.trim() ?? ''
  if (example === '') return 'any'
  const target = youtubeTarget(example)
  if (target === undefined) return 'link'
  return commentId(example) === undefined ? target.kind : 'comment'
}

export function isPageUsable(kind: TargetKind, page: YoutubeTarget): boolean {
  return kind === 'any' || kind === page.kind
}

function fromLink(
  kind: TargetKind,
  link: string,
  service: Pick<Service, 'example'> | undefined,
): TargetChoice {
  const target = youtubeTarget(link)
  const choice = (url: string, issue?: string): TargetChoice => ({ url, source: 'link', issue })
  const unreadable = youtubeIssue(link)
  // Some services are for pages of YouTube that this extension does not know: their example is one.
  if (unreadable !== undefined && youtubeIssue(service?.example ?? '') === undefined) {
    return choice('', unreadableWords[unreadable])
  }
  if (kind === 'link' || (kind === 'any' && target === undefined)) return choice(link)
  if (kind === 'comment') {
    const comment = commentId(link)
    if (target?.kind === 'video' && comment !== undefined) return choice(`${target.url}&lc=${comment}`)
  } else if (target !== undefined && isPageUsable(kind, target)) {
    return choice(target.url)
  }
  return choice('', `This is not ${article[kind]} on YouTube. Copy it from the address bar there.`)
}

/** What to do about a link of YouTube that names nothing to order for. */
export const unreadableWords: Readonly<Record<YoutubeIssue, string>> = {
  live: 'This address shows whatever is live. Open the live stream’s own page and use its link.',
  unreadable: 'No video, channel or playlist at this YouTube link. Copy it from the address bar there.',
}

/** Returns a comment's id: its link is its video's with `lc`, which the canonical link would lose. */
function commentId(link: string): string | undefined {
  const id = URL.canParse(link) ? new URL(link).searchParams.get('lc') : null
  return id !== null && /^[\w.-]+$/.test(id) ? id : undefined
}

function exampleWords(service: Pick<Service, 'example'> | undefined): string {
  const example = service?.example.trim() ?? ''
  return example === '' ? '' : `, such as ${isolate(example)}`
}

const article = {
  video: 'the link of a video',
  channel: 'the link of a channel',
  playlist: 'the link of a playlist',
  comment: 'the link of a comment',
  link: 'the link',
  any: 'the link',
} as const satisfies Record<TargetKind, string>
