import type { JSX } from 'preact'
import type { AccountView } from '../routes/accounts.ts'

export function Accounts({ accounts }: { readonly accounts: readonly AccountView[] }): JSX.Element {
  return (
    <section class="card" aria-labelledby="accounts-title">
      <div class="row card-head">
        <h2 id="accounts-title">Accounts</h2>
      </div>
      <ul id="accounts" class="rows">
        {accounts.map(({ name, upstream, funds, currency }) => (
          <li key={name}>
            <span>
              {name} <span class="muted">{upstream === 'qqtube' ? 'QQTube v1' : 'panel v2'}</span>
            </span>
            <data class="number">
              {funds} {currency}
            </data>
          </li>
        ))}
      </ul>
    </section>
  )
}
