import { isolate } from '@orderwright/core'
import './limits-section.css'
import { capNames, currencyName } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { duplicateChoices, windowWords } from '../duplicate-window.ts'
import type { LimitsModel, LimitsRow } from '../limits-model.ts'
import { capLabels } from '../parse-caps.ts'

/** Shows how much may be spent, and when the same order is asked about again. */
export function LimitsSection({ model }: { readonly model: LimitsModel }): JSX.Element {
  const minutes = model.duplicateMinutes.value
  const choices = new Set([...duplicateChoices, minutes])
  return (
    <section class="panel limits" id="limits" aria-labelledby="limits-title">
      <h2 id="limits-title">Limits</h2>
      <p>
        An order over a limit is stopped before anything is sent. A subscription is charged later, so no limit
        can stop what it will cost.
      </p>
      <SelectField
        id="duplicate-window"
        label="Ask once more before the same order"
        hint="The same service, quantity and link, through any account. What may still be on its way cannot be ordered again, whatever you choose."
        value={`${minutes}`}
        options={[...choices].map(choice => ({ value: `${choice}`, label: choiceWords(choice) }))}
        onChange={value => void model.setDuplicateMinutes(Number.parseInt(value, 10))}
      />
      {model.rows.value.map(row => (
        <AccountLimits key={row.account.id} model={model} row={row} />
      ))}
    </section>
  )
}

function choiceWords(minutes: number): string {
  return minutes === 0 ? 'Never' : `Within ${windowWords(minutes)} of the first`
}

interface AccountLimitsProps {
  readonly model: LimitsModel
  readonly row: LimitsRow
}

function AccountLimits({ model, row }: AccountLimitsProps): JSX.Element {
  const { account, currency, fields, issues, isSaved } = row
  return (
    <form
      class="limits-account"
      aria-label={`Limits of ${isolate(account.name)}`}
      onSubmit={event => {
        event.preventDefault()
        void model.save(account.id).then(() => focusIssue(account.id))
      }}
    >
      <Head row={row} />
      <div class="limits-fields">
        {capNames.map(name => (
          <TextField
            key={name}
            id={`limit-${name}-${account.id}`}
            kind="number"
            label={capLabels[name]}
            aside={currencyName(currency)}
            placeholder="No limit"
            value={fields[name]}
            issue={issues[name]}
            onInput={value => model.type(account.id, { [name]: value })}
          />
        ))}
      </div>
      {row.otherCurrency !== undefined && (
        <Notice tone="warn" title={`These limits are in ${isolate(currencyName(row.otherCurrency))}`}>
          <p>
            The account is in <bdi>{currencyName(currency)}</bdi> now, so nothing can be ordered until you
            look at them and save them.
          </p>
        </Notice>
      )}
      <div class="page-actions">
        <Button isSubmit isBusy={!row.isChanged && row.otherCurrency === undefined}>
          Save limits
        </Button>
        <span class="limits-spent" role="status">
          {isSaved && 'Saved. They hold from the next order on.'}
        </span>
      </div>
    </form>
  )
}

function Head({ row: { account, currency, spent } }: { readonly row: LimitsRow }): JSX.Element {
  return (
    <div class="limits-head">
      <h3 dir="auto">{account.name}</h3>
      <p class="limits-spent">
        Spent today <Money amount={spent.today} currency={currency} />, in all{' '}
        <Money amount={spent.inAll} currency={currency} />
      </p>
    </div>
  )
}

function focusIssue(accountId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[aria-invalid="true"][id$="${CSS.escape(accountId)}"]`)?.focus()
  })
}
