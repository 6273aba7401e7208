import { isolate, type Service } from '@orderwright/core'
import {
  visibleLink,
  type YoutubeIssue,
  type YoutubeTarget,
  youtubeIssue,
  youtubeTarget,
} from '../youtube-target.ts'
import { messages as texts } from './texts/en.generated.ts'

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
  return { url: '', source: 'link', issue: pasteWords(kind, service) }
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
    return choice('', unreadableWords(unreadable))
  }
  if (kind === 'link' || (kind === 'any' && target === undefined)) return choice(link)
  if (kind === 'comment') {
    const comment = commentId(link)
    if (target?.kind === 'video' && comment !== undefined) return choice(`${target.url}&lc=${comment}`)
  } else if (target !== undefined && isPageUsable(kind, target)) {
    return choice(target.url)
  }
  return choice('', texts.target.wrong({ kind }))
}

/** Returns what to do about a link of YouTube that names nothing to order for. */
export function unreadableWords(issue: YoutubeIssue): string {
  return texts.target[issue]()
}

/** Returns a comment's id: its link is its video's with `lc`, which the canonical link would lose. */
function commentId(link: string): string | undefined {
  const id = URL.canParse(link) ? new URL(link).searchParams.get('lc') : null
  return id !== null && /^[\w.-]+$/.test(id) ? id : undefined
}

function pasteWords(kind: TargetKind, service: Pick<Service, 'example'> | undefined): string {
  const example = service?.example.trim() ?? ''
  return example === ''
    ? texts.target.paste({ kind })
    : texts.target.pasteSuchAs({ kind, example: isolate(example) })
}
