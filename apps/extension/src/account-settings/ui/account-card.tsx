import { isolate } from '@orderwright/core'
import type { JSX } from 'preact'
import type { Account } from '../../accounts/account.ts'
import { isDemo } from '../../accounts/demo-account.ts'
import { upstreamKinds } from '../../accounts/upstream-kinds.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { richText } from '../../ui/texts/rich-text.tsx'
import type { Connection, OptionsModel } from '../account-settings-model.ts'
import { messages as texts } from './texts/en.generated.ts'

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
          <span class="account-facts">
            {isDemo(account) ? texts.demo.kind() : upstreamKinds[account.kind].label}
          </span>
        </div>
        <p class="account-facts">
          {isDemo(account)
            ? texts.demo.facts()
            : `${account.baseUrl.replace(/^https:\/\//, '')} · ${texts.key({ tail: account.keyTail || 'none' })}`}
        </p>
      </div>
      {connection !== undefined && <ConnectionNotice connection={connection} />}
      <Confirm
        action={texts.remove.action()}
        title={
          isDemo(account) ? texts.demo.remove.title() : texts.remove.title({ name: isolate(account.name) })
        }
        text={isDemo(account) ? texts.demo.remove.text() : texts.remove.text()}
        confirm={isDemo(account) ? texts.demo.remove.confirm() : texts.remove.confirm()}
        onConfirm={() => void model.remove(account)}
        beside={isDemo(account) ? undefined : <AccountActions model={model} account={account} />}
      />
    </article>
  )
}

/** Shows what can be done with an account whose upstream is asked over the network. */
function AccountActions({ model, account }: AccountCardProps): JSX.Element {
  return (
    <>
      <Button
        isBusy={model.connections.value.get(account.id)?.kind === 'testing'}
        onClick={() => void model.test(account)}
      >
        {texts.test()}
      </Button>
      <Button variant="quiet" onClick={() => model.edit(account)}>
        {texts.edit()}
      </Button>
    </>
  )
}

function ConnectionNotice({ connection }: { readonly connection: Connection }): JSX.Element {
  switch (connection.kind) {
    case 'testing':
      return <Notice tone="calm" title={texts.connection.testing()} isLive />
    case 'good':
      return (
        <Notice tone="good" title={texts.connection.good()} isLive>
          <p>
            {richText(hold => texts.connection.balance({ balance: hold(<Money {...connection.balance} />) }))}
          </p>
        </Notice>
      )
    case 'bad':
      return (
        <Notice tone="bad" title={texts.connection.bad()} isLive>
          <p>{connection.sentence}</p>
        </Notice>
      )
    case 'kept':
      return (
        <Notice tone="warn" title={texts.connection.kept()} isLive>
          <p>{connection.sentence}</p>
        </Notice>
      )
  }
}
