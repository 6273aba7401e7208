import { type Param, type ParamSource, param, type Rule } from '../rules/param.ts'
import type { Tier } from './service.ts'

/** What a panel's `type` asks of an order beyond its link, and where the quantity comes from. */
export interface PanelType {
  readonly quantity: 'given' | 'one' | 'later' | { readonly linesOf: string }
  readonly takesLink: boolean
  readonly params: readonly PanelParam[]
}

interface PanelParam extends Omit<ParamSource, 'rules'> {
  readonly rules?: readonly PanelRule[]
}

/** A rule of a type. One with a `bound` takes its number from the tier of the row that is read. */
type PanelRule = Rule | { readonly name: 'min' | 'max'; readonly bound: 'tier' }

const whole: Rule = { name: 'increment', n: '1' }

const least = (n: string): Rule => ({ name: 'min', n })

const withinTier: readonly PanelRule[] = [
  { name: 'required' },
  { name: 'min', bound: 'tier' },
  { name: 'max', bound: 'tier' },
  whole,
]

const required = (name: string, label: string): PanelParam => ({ name, label, rules: [{ name: 'required' }] })

const lines = (name: string, label: string): PanelParam => ({
  name,
  label,
  description: 'One a line.',
  rules: [{ name: 'required' }],
  format: 'lines',
})

const optional = (name: string, label: string): PanelParam => ({ name, label })

/** Taken by Default and Web Traffic, unless a row says that its service has no drip-feed. */
export const dripFeed: readonly PanelParam[] = [
  {
    name: 'runs',
    label: 'Runs',
    description: 'How many times the quantity is delivered.',
    rules: [least('2'), whole],
    isPriceModifier: true,
    modifier: { type: 'multiply', every: '1', by: '1' },
    requires: 'interval',
  },
  {
    name: 'interval',
    label: 'Interval',
    description: 'Minutes between two runs.',
    rules: [least('0'), whole],
    requires: 'runs',
  },
]

const delays = [0, 5, 10, 15, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 360, 420, 480, 540, 600] as const

const subscription: readonly PanelParam[] = [
  required('username', 'Username'),
  {
    name: 'min',
    label: 'Minimum quantity',
    description: 'The least quantity of each delivered order.',
    rules: withinTier,
  },
  {
    name: 'max',
    label: 'Maximum quantity',
    description: 'The greatest quantity of each delivered order.',
    rules: withinTier,
    atLeast: 'min',
  },
  {
    name: 'delay',
    label: 'Delay',
    description: 'Minutes.',
    rules: [{ name: 'required' }],
    options: delays.map(delay => ({ name: String(delay), value: String(delay), isErrorSelection: false })),
  },
  { name: 'posts', label: 'Posts', description: 'How many new posts.', rules: [least('0'), whole] },
  {
    name: 'old_posts',
    label: 'Old posts',
    description: 'How many old posts.',
    rules: [least('0'), whole],
  },
  { name: 'expiry', label: 'Expiry', description: 'The last day, as d/m/Y.', format: 'date' },
]

const given = (...params: readonly PanelParam[]): PanelType => ({
  quantity: 'given',
  takesLink: true,
  params,
})

const counted = (linesOf: string, ...params: readonly PanelParam[]): PanelType => ({
  quantity: { linesOf },
  takesLink: true,
  params,
})

const flat = (...params: readonly PanelParam[]): PanelType => ({ quantity: 'one', takesLink: true, params })

/** Every type of a panel, by its name in lower case without spaces, `_` and `-`. */
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
    poll: given({
      name: 'answer_number',
      label: 'Answer number',
      rules: [{ name: 'required' }, least('1'), whole],
    }),
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

/** Finds a type by its name as a panel writes it. An unknown one is taken as Default. */
export function panelType(name: string): { readonly type: PanelType; readonly isKnown: boolean } {
  const type = panelTypes.get(name.toLowerCase().replace(/[\s_-]/g, ''))
  return { type: type ?? defaultType, isKnown: type !== undefined }
}

/**
 * Makes the params of a panel's row, their bounds those of its tier. (reading) A bound is left out if the row lacks it or it is no whole
 * number, as `parseRules` leaves out a rule with such a number.
 */
export function panelParams(
  sources: readonly PanelParam[],
  { minimum, maximum }: Pick<Tier, 'minimum' | 'maximum'>,
): readonly Param[] {
  const bounds = { min: minimum, max: maximum } as const
  const rulesOf = (rule: PanelRule): readonly Rule[] => {
    if (!('bound' in rule)) return [rule]
    const n = bounds[rule.name]
    return n === undefined || n.includes('.') ? [] : [{ name: rule.name, n }]
  }
  return sources.map(source => param({ ...source, rules: (source.rules ?? []).flatMap(rulesOf) }))
}
