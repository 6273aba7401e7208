import * as v from 'valibot'
import {
  type DescribedSchema,
  described,
  idSchema,
  nameSchema,
  type TextSchema,
  upstreamSchema,
} from '../../schema/leaf-schemas.ts'
import type { LifeRule } from '../../simulator/behaviour-rules.ts'

export const lifeSchema: TextSchema = v.pipe(
  nameSchema,
  v.description(
    'A pace (`timed`, `immediate`, `polls: 3`), an end (`completed`, `partial at 40 %`, `canceled`, `error 5`, `refunded`, `stuck`), or both with a comma between.',
  ),
  v.examples(['timed', 'partial at 40 %', 'polls: 3, canceled']),
)

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER))

/** A schema for each field of a rule, so that none is forgotten. */
type RuleEntries = {
  readonly [Name in keyof LifeRule]-?: undefined extends LifeRule[Name]
    ? DescribedSchema<NonNullable<LifeRule[Name]>>
    : v.GenericSchema<LifeRule[Name]>
}

const entries: RuleEntries = {
  life: lifeSchema,
  upstream: v.optional(upstreamSchema),
  service: described(idSchema, "The service's id."),
  account: described(nameSchema, "The account's name."),
  nth: described(count, 'The first of the matching orders that has it. Default: 1.'),
  times: described(count, 'How many orders have it. Default: without end; 1 where `nth` is given.'),
}

/** How orders to come go. Whatever is left out matches every order; the newest rule that matches counts. */
export const lifeRuleSchema: v.GenericSchema<LifeRule> = v.strictObject(entries)
