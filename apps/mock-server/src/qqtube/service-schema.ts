import * as v from 'valibot'

const text = v.string()

const price = v.looseObject({ minimum: text, maximum: text, pricing_per: text, price: text })

const option = v.looseObject({ name: text, value: text, error_selection: text })

const param = v.looseObject({
  field_label: text,
  field_descr: text,
  field_placeholder: text,
  field_name: v.pipe(text, v.description('The field of `add` that takes the value.')),
  field_validators: v.pipe(text, v.examples(['required|min:10'])),
  is_price_modifier: text,
  modify_type: v.pipe(text, v.description('`add` or `multiply` where it is a price modifier.')),
  modify_every: text,
  modify_by: text,
  options: v.array(option),
})

/** A row of the sample catalogue, each value a text as the document says; one that was loaded is answered as it is. */
export const serviceSchema: v.GenericSchema = v.looseObject({
  id_service: text,
  public_name: text,
  amount_minimum: text,
  amount_increment: text,
  is_geo: text,
  is_retention: text,
  is_drip: text,
  drip_cost: text,
  example: text,
  type_name: text,
  prices: v.array(price),
  params: v.array(param),
})
