import type { Service } from '@orderwright/core'
import type { JSX } from 'preact'
import { dripFeedOf } from '../catalogue/drip-feed.ts'
import { DripFeedFields } from './drip-feed-fields.tsx'
import type { OrderForm } from './order-form-model.ts'
import { ParamField } from './param-field.tsx'

interface ParamFieldsProps {
  readonly form: OrderForm
  readonly service: Service
  readonly currency: string
}

/** One field for each param in catalogue order; what belongs together stands together. */
export function ParamFields({ form, service, currency }: ParamFieldsProps): JSX.Element {
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
