import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { newAccountSchema } from '../control-http/schemas/account-schemas.ts'
import { faultPlanSchema } from '../control-http/schemas/fault-schemas.ts'
import { lifeRuleSchema } from '../control-http/schemas/life-schemas.ts'
import { checkPlan } from '../faults/plan.ts'
import type { Scenario } from '../fixtures/fixture.ts'
import { decodeText } from '../http/decode-text.ts'
import { issuesOf } from '../schema/schema-issues.ts'
import { readLife } from '../simulator/behaviour.ts'

const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.strictObject({
  accounts: v.optional(v.array(newAccountSchema)),
  lives: v.optional(v.array(lifeRuleSchema)),
  faults: v.optional(v.array(faultPlanSchema)),
})

/** @throws RangeError with a sentence that names the file, and the place in it, for one that is no scenario */
export function loadScenario(path: string): Scenario {
  const value = parsed(path)
  // Valibot takes a list for an object without fields.
  if (Array.isArray(value))
    throw new RangeError(`${path} is no scenario: it is a list, and must be an object`)
  const result = v.safeParse(scenarioSchema, value)
  if (!result.success) {
    const [issue] = issuesOf(result.issues, '#')
    throw new RangeError(`${path} is no scenario: ${issue?.place} ${issue?.detail}`)
  }
  const { lives = [], faults = [] } = result.output
  for (const [index, { life }] of lives.entries())
    checkAt(path, `#/lives/${index}`, () => void readLife(life))
  for (const [index, plan] of faults.entries()) checkAt(path, `#/faults/${index}`, () => checkPlan(plan))
  return result.output
}

function checkAt(path: string, place: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    throw error instanceof RangeError
      ? new RangeError(`${path} is no scenario: ${place}: ${error.message}`)
      : error
  }
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(decodeText(readFileSync(path)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it is no JSON'
    throw new RangeError(`${path} cannot be read (${code}): give a JSON file with accounts, lives and faults`)
  }
}
