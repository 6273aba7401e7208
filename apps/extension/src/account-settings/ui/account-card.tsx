import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { upstreamKinds } from '../../accounts/upstream-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Connection, OptionsModel } from '../account-settings-model.ts'

interface AccountCardProps {
  readonly model: OptionsModel
  readonly account: Account
}

export function AccountCard({ model, account }: AccountCardProps): JSX.Element {
  const connection = model.connections.value.get(account.id)
  return (
    <article class="account" aria-label={account.name}>
      <div>
        <div class="account-head">
          <h2 class="account-name" dir="auto">
            {account.name}
          </h2>
          <span class="account-facts">{upstreamKinds[account.kind].label}</span>
        </div>
        <p class="account-facts">
          {account.baseUrl.replace(/^https:\/\//, '')} · key {account.keyTail === '' ? '' : '…'}
          {account.keyTail || 'stored'}
        </p>
      </div>
      {connection !== undefined && <ConnectionNotice connection={connection} />}
      <Confirm
        action="Remove"
        title={`Remove ${isolate(account.name)} and its key?`}
        text="Nothing brings the key back: you would enter it again. Its orders stay, and are not followed any more."
        confirm="Remove account and key"
        onConfirm={() => void model.remove(account)}
        beside={
          <>
            <Button isBusy={connection?.kind === 'testing'} onClick={() => void model.test(account)}>
              Test connection
            </Button>
            <Button variant="quiet" onClick={() => model.edit(account)}>
              Edit
            </Button>
          </>
        }
      />
    </article>
  )
}

function ConnectionNotice({ connection }: { readonly connection: Connection }): JSX.Element {
  switch (connection.kind) {
    case 'testing':
      return <Notice tone="calm" title="Asking for the balance…" isLive />
    case 'good':
      return (
        <Notice tone="good" title="Connected" isLive>
          <p>
            Balance <Money amount={connection.balance.amount} currency={connection.balance.currency} />. Open
            a video and click the Orderwright icon to order.
          </p>
        </Notice>
      )
    case 'bad':
      return (
        <Notice tone="bad" title="Not connected" isLive>
          <p>{connection.sentence}</p>
        </Notice>
      )
    case 'kept':
      return (
        <Notice tone="warn" title="Not removed" isLive>
          <p>{connection.sentence}</p>
        </Notice>
      )
  }
}
