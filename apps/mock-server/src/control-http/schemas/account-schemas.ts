import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { amountSchema, nameSchema, upstreamSchema } from '../../schema/leaf-schemas.ts'
import type { AccountOptions } from '../../simulator/accounts.ts'

/** An account without its key, which is told to nobody. */
export interface AccountView {
  readonly name: string
  readonly upstream: UpstreamKind
  readonly funds: string
  readonly currency: string
}

export const accountSchema: v.GenericSchema<AccountView> = v.strictObject({
  name: nameSchema,
  upstream: upstreamSchema,
  funds: amountSchema,
  currency: v.string(),
})

export const newAccountSchema: v.GenericSchema<AccountOptions> = v.strictObject({
  key: v.pipe(nameSchema, v.description('The secret that a client sends. Invent one.')),
  upstream: v.optional(v.pipe(upstreamSchema, v.description('Default: `qqtube`.'))),
  name: v.optional(
    v.pipe(nameSchema, v.description('Default: the API and a number, such as `qqtube-2`. Unique.')),
  ),
  funds: v.optional(v.pipe(amountSchema, v.description('Default: `1000`.'))),
  currency: v.optional(v.pipe(nameSchema, v.description('What a panel says. Default: `USD`.'))),
})
