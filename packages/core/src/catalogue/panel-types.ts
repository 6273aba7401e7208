import type { ParamSource } from './param.ts'

/** What a panel's `type` asks of an order beyond its link, and where the quantity comes from. */
export interface PanelType {
  readonly quantity: 'given' | 'one' | 'later' | { readonly linesOf: string }
  readonly takesLink: boolean
  readonly params: readonly ParamSource[]
}

const required = (name: string, label: string): ParamSource => ({ name, label, validators: 'required' })

const lines = (name: string, label: string): ParamSource => ({
  name,
  label,
  description: 'One a line.',
  validators: 'required',
  format: 'lines',
})

const optional = (name: string, label: string): ParamSource => ({ name, label })

/** Of the types that take them, unless a row says that its service has no drip-feed. */
export const dripFeed: readonly ParamSource[] = [
  {
    name: 'runs',
    label: 'Runs',
    description: 'How many times the quantity is delivered.',
    validators: 'min:2|increment:1',
    isPriceModifier: true,
    modifier: { type: 'multiply', every: '1', by: '1' },
    requires: 'interval',
  },
  {
    name: 'interval',
    label: 'Interval',
    description: 'Minutes between two runs.',
    validators: 'min:0|increment:1',
    requires: 'runs',
  },
]

const delays = [0, 5, 10, 15, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480, 540, 600] as const

const subscription: readonly ParamSource[] = [
  required('username', 'Username'),
  {
    name: 'min',
    label: 'Minimum quantity',
    description: 'The least quantity of each delivered order.',
    validators: 'required|min:{min}|max:{max}|increment:1',
  },
  {
    name: 'max',
    label: 'Maximum quantity',
    description: 'The greatest quantity of each delivered order.',
    validators: 'required|min:{min}|max:{max}|increment:1',
    atLeast: 'min',
  },
  {
    name: 'delay',
    label: 'Delay',
    description: 'Minutes.',
    validators: 'required',
    options: delays.map(delay => ({ name: String(delay), value: String(delay), isErrorSelection: false })),
  },
  { name: 'posts', label: 'Posts', description: 'How many new posts.', validators: 'min:0|increment:1' },
  {
    name: 'old_posts',
    label: 'Old posts',
    description: 'How many old posts.',
    validators: 'min:0|increment:1',
  },
  { name: 'expiry', label: 'Expiry', description: 'The last day, as d/m/Y.', format: 'date' },
]

const given = (...params: readonly ParamSource[]): PanelType => ({
  quantity: 'given',
  takesLink: true,
  params,
})

const counted = (linesOf: string, ...params: readonly ParamSource[]): PanelType => ({
  quantity: { linesOf },
  takesLink: true,
  params,
})

const flat = (...params: readonly ParamSource[]): PanelType => ({ quantity: 'one', takesLink: true, params })

/**
 * Every type of a panel, by its name in lower case without spaces, `_` and `-`. `{min}` and `{max}` in a rule
 * are the service's own; a rule whose bound the service lacks is left out.
 */
const panelTypes: ReadonlyMap<string, PanelType> = new Map(
  Object.entries({
    default: given(...dripFeed),
    package: flat(),
    customcommentspackage: flat(lines('comments', 'Comments')),
    customcomments: counted('comments', lines('comments', 'Comments')),
    seo: given(lines('keywords', 'Keywords')),
    mentionswithhashtags: given(lines('usernames', 'Usernames'), lines('hashtags', 'Hashtags')),
    mentionscustomlist: counted('usernames', lines('usernames', 'Usernames')),
    mentionshashtag: given(required('hashtag', 'Hashtag')),
    mentionsuserfollowers: given(required('username', 'Username')),
    mentionsmedialikers: given(required('media', 'Media link')),
    commentlikes: given(required('username', 'Username')),
    poll: given({ name: 'answer_number', label: 'Answer number', validators: 'required|min:1|increment:1' }),
    commentreplies: counted('comments', required('username', 'Username'), lines('comments', 'Comments')),
    invitesfromgroups: given(lines('groups', 'Groups')),
    subscriptions: { quantity: 'later', takesLink: false, params: subscription },
    webtraffic: given(
      required('country', 'Country'),
      required('device', 'Device'),
      required('type_of_traffic', 'Type of traffic'),
      ...dripFeed,
      optional('google_keyword', 'Google keyword'),
      optional('referring_url', 'Referring URL'),
    ),
  }),
)

const defaultType = given(...dripFeed)

/** The type by its name as a panel writes it; an unknown one is taken as Default. */
export function panelType(name: string): { readonly type: PanelType; readonly isKnown: boolean } {
  const type = panelTypes.get(name.toLowerCase().replace(/[\s_-]/g, ''))
  return { type: type ?? defaultType, isKnown: type !== undefined }
}
