import { messages as texts } from './texts/en.generated.ts'
import './drip-feed-fields.css'
import type { Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { type DripFeed, describeDripFeed, dripFeedSentence } from '../../catalogue/drip-feed.ts'
import type { OrderForm } from '../form-model.ts'
import { ParamField } from './param-field.tsx'

interface DripFeedFieldsProps {
  readonly form: OrderForm
  readonly service: Service
  readonly dripFeed: DripFeed
  readonly currency: string
}

/** Runs and interval side by side, and what they come to. */
export function DripFeedFields(props: DripFeedFieldsProps): JSX.Element {
  const { form, dripFeed } = props
  return (
    <fieldset class="drip-feed">
      <legend class="field-label">{texts.drip.legend()}</legend>
      <div class="drip-feed-pair">
        <ParamField form={form} param={dripFeed.runs} />
        <ParamField form={form} param={dripFeed.interval} />
      </div>
      <p class="drip-feed-words" aria-live="polite">
        {words(props)}
      </p>
    </fieldset>
  )
}

function words({ form, service, currency }: DripFeedFieldsProps): string {
  const quote = form.quote.value
  const dripFeed = quote && describeDripFeed(service, quote, form.values.value.params)
  if (quote === undefined || dripFeed === undefined) return texts.drip.blank()
  return dripFeedSentence(dripFeed, quote.total.toFixed(), currency)
}
