import { isolate } from '@orderwright/core'
import { messages as texts } from './texts/en.generated.ts'
import './limits-section.css'
import { capNames, currencyName } from '@orderwright/outbox'
import type { JSX } from 'preact'
import { formatCount } from '../../format/money.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { richText } from '../../ui/texts/rich-text.tsx'
import type { LimitsModel, LimitsRow } from '../limits-model.ts'

/** Shows how much may be spent, and when the same order is asked about again. */
export function LimitsSection({ model }: { readonly model: LimitsModel }): JSX.Element {
  const minutes = model.duplicateMinutes.value
  const choices = new Set([...duplicateChoices, minutes])
  return (
    <section class="panel limits" id="limits" aria-labelledby="limits-title">
      <h2 id="limits-title">{texts.title()}</h2>
      <p>{texts.about()}</p>
      <SelectField
        id="duplicate-window"
        label={texts.duplicates.label()}
        hint={texts.duplicates.hint()}
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

/** What may be chosen, in minutes; 0 asks about nothing but what may still be on its way. */
const duplicateChoices: readonly number[] = [10, 60, 1440, 10_080, 43_200, 0]

function choiceWords(minutes: number): string {
  if (minutes === 0) return texts.duplicates.never()
  if (minutes % 1440 === 0) return texts.duplicates.days(counted(minutes / 1440))
  return minutes % 60 === 0
    ? texts.duplicates.hours(counted(minutes / 60))
    : texts.duplicates.minutes(counted(minutes))
}

function counted(count: number): { readonly count: number; readonly shown: string } {
  return { count, shown: formatCount(`${count}`) }
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
      aria-label={texts.accountForm({ account: isolate(account.name) })}
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
            label={texts.caps[name]()}
            aside={currencyName(currency)}
            placeholder={texts.noLimit()}
            value={fields[name]}
            issue={issues[name]}
            onInput={value => model.type(account.id, { [name]: value })}
          />
        ))}
      </div>
      {row.otherCurrency !== undefined && (
        <Notice
          tone="warn"
          title={texts.otherCurrency.title({ currency: isolate(currencyName(row.otherCurrency)) })}
        >
          <p>
            {texts.otherCurrency.text({
              account: isolate(account.name),
              currency: isolate(currencyName(currency)),
            })}
          </p>
        </Notice>
      )}
      <div class="page-actions">
        <Button isSubmit isBusy={!row.isChanged && row.otherCurrency === undefined}>
          {texts.save()}
        </Button>
        <span class="limits-spent" role="status">
          {isSaved && texts.saved()}
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
        {richText(hold =>
          texts.spent({
            today: hold(<Money amount={spent.today} currency={currency} />),
            all: hold(<Money amount={spent.inAll} currency={currency} />),
          }),
        )}
      </p>
    </div>
  )
}

function focusIssue(accountId: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[aria-invalid="true"][id$="${CSS.escape(accountId)}"]`)?.focus()
  })
}
