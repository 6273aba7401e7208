import { isolate, orderableRange, type Service } from '@orderwright/core'
import type { JSX } from 'preact'
import type { AccountData } from '../../catalogue/account-data-model.ts'
import {
  describeFlags,
  describePrice,
  describeRange,
  quantityLabel,
} from '../../catalogue/describe-service.ts'
import { dripFeedOf } from '../../catalogue/drip-feed.ts'
import { priceOf } from '../../catalogue/service-name.ts'
import type { Picker } from '../../catalogue/ui/picker-model.ts'
import { ServicePicker } from '../../catalogue/ui/service-picker.tsx'
import { formatCount, formatMoney } from '../../format/money.ts'
import { agoWords } from '../../format/time.ts'
import { messages as priceTexts } from '../../price/texts/en.generated.ts'
import { AdviceLine } from '../../price/ui/advice-line.tsx'
import { QuantityChoices } from '../../price/ui/quantity-choices.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { OrderForm } from '../form-model.ts'
import type { PriceModel } from '../price-model.ts'
import { DripFeedFields } from './drip-feed-fields.tsx'
import { ParamField } from './param-field.tsx'
import { messages as texts } from './texts/en.generated.ts'

interface OrderFieldsProps {
  readonly form: OrderForm
  readonly price: PriceModel
  readonly picker: Picker
  readonly data: Pick<AccountData, 'names' | 'readAt' | 'isLoading' | 'problem'>
  readonly currency: string
}

/** Shows service, quantity, and one field for each param of the service, in catalogue order. */
export function OrderFields({ form, price, picker, data, currency }: OrderFieldsProps): JSX.Element {
  const service = form.service.value
  const values = form.values.value
  return (
    <>
      <ServicePicker
        picker={picker}
        selected={service}
        currency={currency}
        hint={serviceHint({ form, data, currency })}
        issue={form.issueOf('service')}
        onLeave={() => form.leave('service')}
      />
      {service?.quantitySource.kind === 'given' && (
        <QuantityField form={form} price={price} service={service} currency={currency} />
      )}
      {service !== undefined && <ParamFields form={form} service={service} currency={currency} />}
      {service?.drip !== undefined && (
        <Switch
          id="drip"
          label={texts.drip.label()}
          description={texts.drip.description({
            price: formatMoney(service.drip.cost, currency),
            quantity: formatCount(service.increment),
          })}
          isOn={values.drip}
          onChange={drip => form.change({ drip })}
        />
      )}
    </>
  )
}

interface QuantityFieldProps extends Pick<OrderFieldsProps, 'form' | 'price' | 'currency'> {
  readonly service: Service
}

/** Shows the quantity, what to take in its place, and what would cost less. */
function QuantityField({ form, price, service, currency }: QuantityFieldProps): JSX.Element {
  const nearest = price.nearest.value
  const choose = (quantity: string): void => {
    form.change({ quantity })
    document.querySelector<HTMLElement>('#quantity')?.focus()
  }
  return (
    <div class="quantity">
      <TextField
        id="quantity"
        kind="number"
        label={quantityLabel(undefined)}
        value={form.values.value.quantity}
        placeholder={orderableRange(service)?.min}
        hint={quantityHint(form, service, currency)}
        issue={form.issueOf('quantity')}
        isRequired
        onInput={quantity => form.change({ quantity })}
        onLeave={() => form.leave('quantity')}
      />
      <QuantityChoices
        quantities={nearest.length > 0 ? nearest : price.quick.value}
        areNearest={nearest.length > 0}
        current={form.takenQuantity.value}
        onChoose={choose}
      />
      {price.curve.value.length > 1 && (
        <AdviceLine
          advice={price.advice.value}
          quantity={form.takenQuantity.value}
          currency={currency}
          canTake={price.canTakeAdvice.value}
          onChoose={choose}
        />
      )}
    </div>
  )
}

/** Returns what can be ordered, and what was understood if it is not written in plain digits. */
function quantityHint(form: OrderForm, service: Service, currency: string): string {
  const quantity = formatCount(form.understoodQuantity.value)
  const range = describeRange(service)
  if (quantity === '') return range
  const budget = form.budget.value
  if (budget === undefined) return texts.fields.taken({ quantity, range })
  return priceTexts.budget.buys({ budget: formatMoney(budget, currency), quantity })
}

function serviceHint({ form, data, currency }: Omit<OrderFieldsProps, 'picker' | 'price'>): string {
  const service = form.service.value
  if (service !== undefined)
    return [
      isolate(service.category),
      texts.fields.number({ id: service.id }),
      describePrice(priceOf(service), currency),
      describeFlags(service),
    ]
      .filter(words => words !== '')
      .join(' · ')
  const { length } = data.names.value
  if (length > 0) {
    const services = texts.fields.count({ count: length, shown: formatCount(`${length}`) })
    const readAt = Date.parse(data.readAt.value ?? '')
    return Number.isNaN(readAt)
      ? services
      : texts.fields.read({ services, ago: agoWords(readAt, Date.now()) })
  }
  if (data.isLoading.value) return texts.fields.loading()
  return data.problem.value === undefined ? texts.fields.none() : texts.fields.unread()
}

interface ParamFieldsProps {
  readonly form: OrderForm
  readonly service: Service
  readonly currency: string
}

/** Shows one field for each param in catalogue order. What belongs together stands together. */
function ParamFields({ form, service, currency }: ParamFieldsProps): JSX.Element {
  const dripFeed = dripFeedOf(service)
  return (
    <>
      {service.params.map(param => {
        const key = `${service.id}/${param.name}`
        if (param === dripFeed?.interval) return null
        if (param !== dripFeed?.runs) return <ParamField key={key} form={form} param={param} />
        return (
          <DripFeedFields key={key} form={form} service={service} dripFeed={dripFeed} currency={currency} />
        )
      })}
    </>
  )
}
