import type { Modifier } from '../rules/param.ts'
import { type ParsedRules, parseRules } from '../rules/parse-rules.ts'
import type { Drip, ServiceFlags } from './service.ts'

/**
 * Parts that many rows of a catalogue have in common: each is made once and shared by its services, which takes a good part of the work and
 * of the memory. All are plain data that nobody may change.
 */
export interface SharedParts {
  rules(text: string): ParsedRules
  modifier(modifier: Modifier): Modifier
  drip(cost: string): Drip
  readonly flags: SharedFlags
}

/** Returns the flags that say the same as those given, the same object each time. */
export type SharedFlags = (flags: ServiceFlags) => ServiceFlags

export function createSharedFlags(): SharedFlags {
  const flags = new Map<number, ServiceFlags>()
  return found => shared(flags, numberOf(found), () => found)
}

export function createSharedParts(): SharedParts {
  const rules = new Map<string, ParsedRules>()
  const modifiers = new Map<string, Modifier>()
  const drips = new Map<string, Drip>()
  return {
    rules: text => shared(rules, text, () => parseRules(text)),
    modifier: modifier =>
      shared(modifiers, `${modifier.type} ${modifier.every} ${modifier.by}`, () => modifier),
    drip: cost => shared(drips, cost, () => ({ cost })),
    flags: createSharedFlags(),
  }
}

/** So many parts of a kind are kept: far more than catalogues have, few enough for any that somebody makes up. */
const most = 5000

function shared<Key, Part>(parts: Map<Key, Part>, key: Key, make: () => Part): Part {
  const known = parts.get(key)
  if (known !== undefined) return known
  const part = make()
  if (parts.size < most) parts.set(key, part)
  return part
}

function numberOf({ geo, retention, refill, cancel, dripFeed }: ServiceFlags): number {
  return (geo ? 1 : 0) + (retention ? 2 : 0) + (refill ? 4 : 0) + (cancel ? 8 : 0) + (dripFeed ? 16 : 0)
}
