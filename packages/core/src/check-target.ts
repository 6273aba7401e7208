import type { Issue } from './issue.ts'
import type { Service } from './service.ts'

const link = /^https?:\/\/[^\s/]+\S*$/i

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
  const text = target.trim()
  if (!service.takesTarget) return text === '' ? [] : [{ code: 'unknown_param', path }]
  if (text === '') return [{ code: 'required', path }]
  if (link.test(text)) return []
  const mustBeLink = link.test(service.example.trim()) || /^[a-z][a-z0-9+.-]*:/i.test(text)
  return mustBeLink || /\s/.test(text) ? [{ code: 'not_a_link', path }] : []
}
