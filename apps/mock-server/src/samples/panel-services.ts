/** A row of a panel's `services`, typed as in the document's example. */
export interface PanelRow {
  readonly service: number
  readonly name: string
  readonly type: string
  readonly category: string
  /** For every 1000, or flat for a package. */
  readonly rate: string
  readonly min: string
  readonly max: string
  readonly refill: boolean
  readonly cancel: boolean
  readonly dripfeed: boolean
}

type Flag = 'refill' | 'cancel' | 'dripfeed'

const followers = 'Followers'
const likes = 'Likes'
const views = 'Views'
const comments = 'Comments'
const mentions = 'Mentions'
const packages = 'Packages'
const traffic = 'Traffic'

/**
 * The panel's catalogue of a server that is given none: invented services of every type in the document's manner.
 */
export const panelServices: readonly PanelRow[] = [
  row(1, followers, 'Followers · Acorn', 'Default', '0.90', '50', '10000', 'refill', 'cancel'),
  row(2, comments, 'Comments · Bramble, your words', 'Custom Comments', '8', '10', '1500', 'cancel'),
  row(
    3,
    followers,
    'Followers · Clover, slowly',
    'Default',
    '1.35',
    '100',
    '50000',
    'refill',
    'cancel',
    'dripfeed',
  ),
  row(4, followers, 'Followers · Daisy, not kept', 'Default', '0.42', '10', '25000'),
  row(5, followers, 'Followers · Elder, small orders', 'Default', '2.10', '1', '500', 'refill'),
  row(
    6,
    followers,
    'Followers · Fern, large orders',
    'Default',
    '0.715',
    '5000',
    '1000000',
    'refill',
    'cancel',
  ),
  row(7, likes, 'Likes · Gorse', 'Default', '0.31', '10', '20000', 'cancel', 'dripfeed'),
  row(8, likes, 'Likes · Heather, kept', 'Default', '0.58', '20', '15000', 'refill', 'cancel', 'dripfeed'),
  row(9, likes, 'Likes · Iris, a fraction of a cent', 'Default', '0.008011655652', '1', '5000000'),
  row(10, likes, 'Comment likes · Jasmine', 'Comment Likes', '1.90', '20', '2000', 'cancel'),
  row(11, likes, 'Comment likes · Kelp, fast', 'Comment Likes', '2.75', '10', '500'),
  row(12, views, 'Views · Lavender', 'Default', '0.12', '100', '10000000', 'cancel', 'dripfeed'),
  row(13, views, 'Views · Mallow, kept', 'Default', '0.19', '500', '2000000', 'refill', 'cancel', 'dripfeed'),
  row(14, views, 'Views · Nettle, from search', 'SEO', '3.20', '100', '20000', 'cancel'),
  row(15, views, 'Views · Oat, from several searches', 'SEO', '3.95', '250', '50000', 'refill', 'cancel'),
  row(16, views, 'Story views · Poppy', 'Default', '0.05', '20', '30000'),
  row(
    17,
    comments,
    'Comments · Quince, your words, kept',
    'Custom Comments',
    '11.50',
    '5',
    '500',
    'refill',
    'cancel',
  ),
  row(18, comments, 'Comments · Reed, one by one', 'Custom Comments', '24', '1', '50'),
  row(19, comments, 'Comments · Sage, as a package', 'Custom Comments Package', '4.50', '1', '1'),
  row(
    20,
    comments,
    'Comments · Thyme, a larger package',
    'Custom Comments Package',
    '12.75',
    '1',
    '1',
    'cancel',
  ),
  row(21, comments, 'Replies · Umber', 'Comment Replies', '9.60', '5', '250', 'cancel'),
  row(22, comments, 'Replies · Vetch, kept', 'Comment Replies', '14.20', '2', '100', 'refill'),
  row(
    23,
    mentions,
    'Mentions · Willow, users and hashtags',
    'Mentions with Hashtags',
    '6.30',
    '100',
    '10000',
    'cancel',
  ),
  row(24, mentions, 'Mentions · Yarrow, users and hashtags', 'Mentions with Hashtags', '7.10', '50', '5000'),
  row(25, mentions, 'Mentions · Acorn, your list', 'Mentions Custom List', '5.40', '10', '20000', 'cancel'),
  row(26, mentions, 'Mentions · Bramble, a short list', 'Mentions Custom List', '18', '1', '100'),
  row(27, mentions, 'Mentions · Clover, of a hashtag', 'Mentions Hashtag', '4.85', '100', '15000', 'cancel'),
  row(28, mentions, 'Mentions · Daisy, of a hashtag', 'Mentions Hashtag', '5.05', '200', '30000'),
  row(
    29,
    mentions,
    'Mentions · Elder, of followers',
    'Mentions User Followers',
    '4.10',
    '100',
    '50000',
    'cancel',
  ),
  row(30, mentions, 'Mentions · Fern, of followers', 'Mentions User Followers', '3.90', '1000', '100000'),
  row(31, mentions, 'Mentions · Gorse, of likers', 'Mentions Media Likers', '4.40', '100', '25000', 'cancel'),
  row(32, mentions, 'Mentions · Heather, of likers', 'Mentions Media Likers', '4.65', '50', '10000'),
  row(33, packages, 'Package · Iris, a start', 'Package', '3.99', '1', '1'),
  row(34, packages, 'Package · Jasmine, a month', 'Package', '29.90', '1', '1', 'refill', 'cancel'),
  row(35, 'Polls', 'Poll votes · Kelp', 'Poll', '1.25', '10', '20000', 'cancel'),
  row(36, 'Polls', 'Poll votes · Lavender, spread out', 'Poll', '1.80', '100', '5000'),
  row(37, 'Groups', 'Invites · Mallow', 'Invites from Groups', '7.70', '50', '10000', 'cancel'),
  row(38, 'Groups', 'Invites · Nettle, chosen groups', 'Invites from Groups', '10.40', '100', '3000'),
  row(39, 'Subscriptions', 'Likes for each post · Oat', 'Subscriptions', '0.65', '20', '5000', 'cancel'),
  row(40, 'Subscriptions', 'Views for each post · Poppy', 'Subscriptions', '0.22', '100', '100000', 'cancel'),
  row(41, traffic, 'Visits · Quince', 'Web Traffic', '0.48', '1000', '1000000', 'cancel', 'dripfeed'),
  row(42, traffic, 'Visits · Reed, from search', 'Web Traffic', '0.77', '500', '250000', 'dripfeed'),
]

function row(
  service: number,
  category: string,
  name: string,
  type: string,
  rate: string,
  min: string,
  max: string,
  ...flags: readonly Flag[]
): PanelRow {
  return {
    service,
    name,
    type,
    category,
    rate,
    min,
    max,
    refill: flags.includes('refill'),
    cancel: flags.includes('cancel'),
    dripfeed: flags.includes('dripfeed'),
  }
}
