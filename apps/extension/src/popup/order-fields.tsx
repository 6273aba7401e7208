import { isolate, orderableRange, type Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { describeFlags, describePrice, describeRange } from '../catalogue/describe-service.ts'
import { formatCount, formatMoney } from '../money/format-money.ts'
import { Switch } from '../ui/switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { OrderForm } from './order-form-model.ts'
import { ParamFields } from './param-fields.tsx'
import type { PopupModel } from './popup-model.ts'
import { ServicePicker } from './service-picker.tsx'

/** Service, quantity, and one field for each param of the service, in catalogue order. */
export function OrderFields({ model }: { readonly model: PopupModel }): JSX.Element {
  const { form } = model
  const service = form.service.value
  const values = form.values.value
  const currency = model.currency.value
  return (
    <>
      <ServicePicker
        picker={model.picker}
        selected={service}
        currency={currency}
        hint={serviceHint(model)}
        issue={form.issueOf('service')}
        onLeave={() => form.leave('service')}
      />
      {service?.quantitySource.kind === 'given' && (
        <TextField
          id="quantity"
          kind="number"
          label="Quantity"
          value={values.quantity}
          placeholder={orderableRange(service)?.min}
          hint={quantityHint(form, service)}
          issue={form.issueOf('quantity')}
          isRequired
          onInput={quantity => form.change({ quantity })}
          onLeave={() => form.leave('quantity')}
        />
      )}
      {service !== undefined && <ParamFields form={form} service={service} currency={currency} />}
      {service?.drip !== undefined && (
        <Switch
          id="drip"
          label="Deliver by drip"
          description={`Slower, for ${formatMoney(service.drip.cost, currency)} per ${formatCount(service.increment)}`}
          isOn={values.drip}
          onChange={drip => form.change({ drip })}
        />
      )}
    </>
  )
}

/** What can be ordered, and what was understood where it is not written in plain digits. */
function quantityHint(form: OrderForm, service: Service): string {
  const understood = form.understoodQuantity.value
  const range = describeRange(service)
  return understood === '' ? range : `Taken as ${formatCount(understood)} · ${range}`
}

function serviceHint({ form, data, currency }: PopupModel): string {
  const service = form.service.value
  if (service !== undefined)
    return [
      isolate(service.category),
      `number ${service.id}`,
      describePrice(service, currency.value),
      describeFlags(service),
    ]
      .filter(words => words !== '')
      .join(' · ')
  const { length } = data.services.value
  if (length > 0) return `${formatCount(`${length}`)} service${length === 1 ? '' : 's'} to choose from`
  if (data.isLoading.value) return 'Loading services…'
  return data.problem.value === undefined
    ? 'This account offers no services.'
    : 'The services could not be read.'
}
