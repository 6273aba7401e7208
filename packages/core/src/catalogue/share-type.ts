import { param } from './param.ts'
import type { Param } from './service.ts'

const places = [
  'Facebook',
  'Twitter',
  'Google Plus',
  'Reddit',
  'Blogger',
  'Tumblr',
  'Pinterest',
  'Skyblog',
  'Vkontakte',
  'LinkedIn',
  'Odnoklassniki',
  'StumbleUpon',
  'LiveJournal',
  'Random',
] as const

/**
 * Where service 46 (YouTube Shares) shares: QQTube's document gives the param in prose, not in the catalogue.
 * (reading) It is optional: the document lists it without calling it required.
 */
export const shareType: { readonly serviceId: string; readonly param: Param } = {
  serviceId: '46',
  param: param({
    name: 'share_type',
    label: 'Share type',
    description: 'Where to share.',
    options: places.map((name, value) => ({ name, value: String(value), isErrorSelection: false })),
  }),
}
