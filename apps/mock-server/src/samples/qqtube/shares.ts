import { countries, note } from '../../fixtures/qqtube/params.ts'
import { type QqtubeRow, row } from '../../fixtures/qqtube/row.ts'

export const shares: readonly QqtubeRow[] = [
  // The document names this service's share_type outside the catalogue, so its row has no param for it.
  row({
    id_service: '46',
    public_name: 'Shares · Larch, to a place of your choice',
    type_name: 'Shares',
    prices: ['100-900 @ 1.10 / 100', '1000-50000 @ 0.95 / 100'],
  }),
  row({
    id_service: '47',
    public_name: 'Shares · Maple, by country',
    type_name: 'Shares',
    is_geo: '1',
    prices: ['100-10000 @ 1.45 / 100'],
    params: [countries],
  }),
  row({
    id_service: '48',
    public_name: 'Shares · Nutmeg, small orders',
    type_name: 'Shares',
    amount_minimum: '5',
    amount_increment: '5',
    prices: ['5-95 @ 0.02 / 1'],
    params: [note],
  }),
  row({
    id_service: '49',
    public_name: 'Embeds · Oak',
    type_name: 'Shares',
    amount_minimum: '1',
    amount_increment: '1',
    prices: ['1-20 @ 2.25 / 1'],
    params: [note],
  }),
]
