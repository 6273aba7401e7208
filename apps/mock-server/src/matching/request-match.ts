import type { UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { holdsKey } from '../http/key-field.ts'
import { type DescribedSchema, described, nameSchema, upstreamSchema } from '../schema/leaf-schemas.ts'
import { type FieldMatch, fieldMatchSchema, meetsField } from './field-match.ts'

/** Which requests are meant, for faults, answers, behaviours and queries alike. Whatever is left out matches every request. */
export interface RequestMatch {
  readonly method?: string | undefined
  /** Without the query. */
  readonly path?: FieldMatch | undefined
  readonly upstream?: UpstreamKind | undefined
  /** Such as `add`. */
  readonly action?: string | undefined
  /** The account's name. */
  readonly account?: string | undefined
  /** The service that is ordered: a panel's `service`, QQTube's `id_service`. */
  readonly service?: FieldMatch | undefined
  /** What it is ordered for: a panel's `link`, QQTube's `url`. */
  readonly link?: FieldMatch | undefined
  readonly quantity?: FieldMatch | undefined
  /** An order that is asked about, alone or among others: a panel's `order` and `orders`, QQTube's `id_service_submission`. */
  readonly order?: FieldMatch | undefined
  /** Any field by the name that it is sent with, such as `{ runs: { atLeast: 2 } }`. */
  readonly fields?: Readonly<Record<string, FieldMatch>> | undefined
}

/** A request as far as it can be matched. */
export interface MatchTarget {
  readonly method: string
  readonly path: string
  readonly upstream: UpstreamKind | undefined
  readonly action: string | undefined
  readonly account: string | undefined
  readonly fields: ReadonlyMap<string, string>
}

/** One part of a match: what it asks for, and what a request has. */
export interface MatchPart<Target> {
  /** Such as `action` or `fields.quantity`. */
  readonly name: string
  readonly wanted: unknown
  of(target: Target): unknown
  isMet(target: Target): boolean
}

const ownParts = ['method', 'upstream', 'action', 'account'] as const

/** The names that the two APIs have for the same thing. */
const sharedFields = {
  service: ['service', 'id_service'],
  link: ['link', 'url'],
  quantity: ['quantity'],
  order: ['order', 'orders', 'id_service_submission'],
} as const

/**
 * Returns the parts of a match that are given.
 * @throws RangeError for a field that holds a key: an error would show it
 */
export function partsOfMatch(match: RequestMatch): readonly MatchPart<MatchTarget>[] {
  const parts: MatchPart<MatchTarget>[] = []
  for (const name of ownParts) {
    const wanted = match[name]
    if (wanted === undefined) continue
    parts.push({ name, wanted, of: target => target[name], isMet: target => target[name] === wanted })
  }
  if (match.path !== undefined) {
    const { path: wanted } = match
    parts.push({
      name: 'path',
      wanted,
      of: ({ path }) => path,
      isMet: ({ path }) => meetsField(wanted, path),
    })
  }
  const addField = (name: string, wanted: FieldMatch, fields: readonly string[]): void => {
    const of = ({ fields: sent }: MatchTarget): string | undefined =>
      fields.map(field => sent.get(field)).find(text => text !== undefined)
    const isMet = (target: MatchTarget): boolean => {
      const text = of(target)
      return name === 'order' && text?.includes(',') === true
        ? text.split(',').some(id => meetsField(wanted, id.trim()))
        : meetsField(wanted, text)
    }
    parts.push({ name, wanted: typeof wanted === 'number' ? String(wanted) : wanted, of, isMet })
  }
  for (const name of ['service', 'link', 'quantity', 'order'] as const) {
    const wanted = match[name]
    if (wanted !== undefined) addField(name, wanted, sharedFields[name])
  }
  for (const [name, wanted] of Object.entries(match.fields ?? {})) {
    if (holdsKey(name)) {
      throw new RangeError(
        `A key is not matched: name the account in \`account\`, not a key in fields.${name}`,
      )
    }
    addField(`fields.${name}`, wanted, [name])
  }
  return parts
}

/**
 * Returns whether requests are as a match says.
 * @throws RangeError for a field that holds a key
 */
export function matcherOf(match: RequestMatch): (target: MatchTarget) => boolean {
  const parts = partsOfMatch(match)
  return target => parts.every(({ isMet }) => isMet(target))
}

/**
 * Returns whether requests are as a match says. One that reaches no API, such as a look whether the server is there, is meant only if its path
 * is named.
 * @throws RangeError for a field that holds a key
 */
export function matcherOfRequests(match: RequestMatch): (target: MatchTarget) => boolean {
  const matches = matcherOf(match)
  return match.path === undefined ? target => target.upstream !== undefined && matches(target) : matches
}

const record = v.record(v.string(), fieldMatchSchema)

/** Valibot leaves out `constructor` and the like, and a match without them would be met by every request. */
const fieldsOfAnyName: v.GenericSchema<Readonly<Record<string, FieldMatch>>> = {
  ...record,
  '~run'(dataset, config) {
    const given = dataset.value
    const read = record['~run'](dataset, config)
    if (!read.typed || read.issues !== undefined || typeof given !== 'object' || given === null) return read
    return { ...read, value: Object.fromEntries(Object.entries(given)) }
  },
}

/** A schema for each part of a match, so that none is forgotten. */
type MatchEntries = {
  readonly [Name in keyof RequestMatch]-?: DescribedSchema<NonNullable<RequestMatch[Name]>>
}

export const matchEntries: MatchEntries = {
  method: described(nameSchema, 'Such as `POST`.'),
  path: described(fieldMatchSchema, 'Without the query.'),
  upstream: v.optional(upstreamSchema),
  action: described(nameSchema, 'Such as `add`.'),
  account: described(nameSchema, "The account's name."),
  service: described(fieldMatchSchema, "A panel's `service`, QQTube's `id_service`."),
  link: described(fieldMatchSchema, "A panel's `link`, QQTube's `url`."),
  quantity: v.optional(fieldMatchSchema),
  order: described(
    fieldMatchSchema,
    "An order that is asked about, alone or among others: a panel's `order` and `orders`, QQTube's `id_service_submission`.",
  ),
  fields: described(fieldsOfAnyName, 'Any field by the name that it is sent with.'),
}
