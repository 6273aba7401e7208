import type { Service } from './catalogue/service.ts'
import type { Issue } from './rules/issue.ts'

/** One pass: what follows the first character of the host is one run to the end, so there is nothing to try twice. */
const link = /^https?:\/\/[^\s/]\S*$/i

/**
 * Returns the link as it is judged and sent: without white space around it, and without invisible characters (Unicode Cf,
 * such as U+200B or U+200E) anywhere. (reading) They come along when a link is copied from a page or a chat, and an
 * upstream would look for something that does not exist; a link that means one has it percent-encoded.
 *
 * @example
 * ```ts
 * normaliseTarget(' \u200ehttps://example.com/\u200bx ') // 'https://example.com/x'
 * ```
 */
export function normaliseTarget(target: string): string {
  return target.replace(/\p{Cf}+/gu, '').trim()
}

/**
 * The issues of the link that is ordered for, path `target`. (reading) Where the service's example is a link,
 * or is blank and the text has a scheme, it must be an http(s) link; other texts, such as a name that some
 * panels take, must have no white space.
 */
export function checkTarget(
  service: Pick<Service, 'takesTarget' | 'example'>,
  target: string,
): readonly Issue[] {
  const path = 'target'
  const text = normaliseTarget(target)
  if (!service.takesTarget) return text === '' ? [] : [{ code: 'unknown_param', path }]
  if (text === '') return [{ code: 'required', path }]
  if (link.test(text)) return []
  const mustBeLink = link.test(normaliseTarget(service.example)) || /^[a-z][a-z0-9+.-]*:/i.test(text)
  return mustBeLink || /\s/.test(text) ? [{ code: 'not_a_link', path }] : []
}
