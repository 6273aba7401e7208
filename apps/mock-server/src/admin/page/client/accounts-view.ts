import type { AccountView } from '../../routes/accounts.ts'
import { element, part, setText } from './element.ts'
import { keyedList } from './keyed-list.ts'

export function createAccountsView(): (accounts: readonly AccountView[]) => void {
  return keyedList<AccountView>(
    part('accounts', HTMLUListElement),
    ({ name }) => name,
    ({ name, upstream }) => {
      const funds = element('data', { class: 'number' })
      const api = upstream === 'qqtube' ? 'QQTube v1' : 'panel v2'
      return {
        node: element(
          'li',
          {},
          element('span', {}, name, ' ', element('span', { class: 'muted' }, api)),
          funds,
        ),
        update: account => setText(funds, `${account.funds} ${account.currency}`),
      }
    },
  )
}
