/** What an upstream's document names for one action. */
interface DocumentedAction {
  readonly request: readonly string[]
  readonly response: readonly string[]
}

const counts = ['start_count', 'wanted_count', 'current_count']
const urls = ['short_url', 'long_url']
const own = ['api_key', 'action']
const panelOwn = ['key', 'action']

/** QQTube's document, row by row, in its own names; `table[column]` where it has a table inside a field. */
const qqtube: Readonly<Record<string, DocumentedAction>> = {
  add: {
    request: [...own, 'url', 'quantity', 'id_service', 'share_type', 'params[field_name]'],
    response: ['status', 'message', 'id_service_submission', ...urls, ...counts],
  },
  stats: {
    request: [...own, 'id_service_submission'],
    response: [
      'id_service_submission',
      ...urls,
      ...counts,
      'sent_count',
      'total_cost',
      ...['id_status', 'name', 'type', 'description'].map(field => `status[${field}]`),
      'refund_total',
      'refund_time',
    ],
  },
  submissions: {
    request: [...own, 'id_service_submission', 'limit'],
    response: [
      'id_service_submission',
      'short_url',
      ...counts,
      'id_status',
      'id_service',
      'total_cost',
      'date_added',
    ],
  },
  funds: { request: own, response: ['funds'] },
  services: {
    request: own,
    response: [
      'id_service',
      'public_name',
      'amount_minimum',
      'amount_increment',
      'is_geo',
      'is_retention',
      'is_drip',
      'drip_cost',
      'example',
      'type_name',
      'prices',
      ...['minimum', 'maximum', 'pricing_per', 'price'].map(field => `prices[${field}]`),
      'params',
      ...[
        'field_label',
        'field_descr',
        'field_placeholder',
        'field_name',
        'field_validators',
        'is_price_modifier',
        'modify_type',
        'modify_every',
        'modify_by',
        'options',
      ].map(field => `params[${field}]`),
      ...['name', 'value', 'error_selection'].map(field => `params[options][${field}]`),
    ],
  },
}

/** The panel's document, with what the types of services ask for in `add`; `{id}` is the key of a row. */
const panel: Readonly<Record<string, DocumentedAction>> = {
  services: {
    request: panelOwn,
    response: ['service', 'name', 'type', 'category', 'rate', 'min', 'max', 'refill', 'cancel'],
  },
  add: {
    request: [
      ...panelOwn,
      'service',
      'link',
      'quantity',
      'runs',
      'interval',
      'comments',
      'keywords',
      'usernames',
      'hashtags',
      'hashtag',
      'username',
      'media',
      'answer_number',
      'groups',
      'min',
      'max',
      'delay',
      'posts',
      'old_posts',
      'expiry',
      'country',
      'device',
      'type_of_traffic',
      'google_keyword',
      'referring_url',
    ],
    response: ['order', 'error'],
  },
  status: {
    request: [...panelOwn, 'order', 'orders'],
    response: ['charge', 'start_count', 'status', 'remains', 'currency', '{id}', 'error'],
  },
  refill: { request: [...panelOwn, 'order', 'orders'], response: ['refill', 'order', 'error'] },
  refill_status: { request: [...panelOwn, 'refill', 'refills'], response: ['status', 'refill', 'error'] },
  cancel: { request: [...panelOwn, 'orders'], response: ['order', 'cancel', 'error'] },
  balance: { request: panelOwn, response: ['balance', 'currency'] },
}

interface UpstreamDocument {
  readonly heading: string
  readonly client: string
  readonly interface: string
  readonly actions: Readonly<Record<string, DocumentedAction>>
}

/** Both documents, under the headings of `docs/coverage.md`, with the file that names the client's methods. */
export const upstreamDocuments: readonly UpstreamDocument[] = [
  {
    heading: 'QQTube v1',
    client: 'packages/client/src/qqtube/create-qqtube-client.ts',
    interface: 'QqtubeClient',
    actions: qqtube,
  },
  {
    heading: 'Panel v2',
    client: 'packages/client/src/panel/create-panel-client.ts',
    interface: 'PanelClient',
    actions: panel,
  },
]
