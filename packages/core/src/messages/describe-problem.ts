import type { Excess, Problem, ProblemCode } from '../catalogue/problems.ts'
import { isolate } from '../rules/isolate.ts'

/** The sentences of problems in one language, with what is said of a problem's place and of its value. */
export interface ProblemMessages {
  readonly problems: { readonly [Code in ProblemCode]: () => string }
  readonly places: {
    readonly service: (values: { readonly service: string }) => string
    readonly row: (values: { readonly path: string }) => string
    readonly field: (values: { readonly service: string; readonly path: string }) => string
  }
  readonly values: {
    readonly given: (values: { readonly value: string }) => string
    readonly excess: (values: { readonly found: string; readonly limit: string }) => string
    readonly nothing: () => string
    readonly list: () => string
    readonly object: () => string
  }
}

/** Describes a problem in one sentence of the messages' language. What is foreign is isolated if it could reorder the sentence. */
export function problemSentence(messages: ProblemMessages, problem: Problem): string {
  const given = messages.values.given({ value: isolate(preview(problem.value, messages)) })
  return `${placeOf(problem, messages)}${messages.problems[problem.code]()} ${given}`
}

function placeOf({ serviceId, path }: Problem, { places }: ProblemMessages): string {
  if (serviceId === undefined) return path === '' ? '' : places.row({ path })
  const service = isolate(serviceId)
  return path === '' ? places.service({ service }) : places.field({ service, path })
}

function preview(value: unknown, { values }: ProblemMessages): string {
  if (value === undefined) return values.nothing()
  if (isExcess(value)) return values.excess({ found: String(value.found), limit: String(value.limit) })
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60))
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? values.list() : values.object()
  return String(value)
}

function isExcess(value: unknown): value is Excess {
  return typeof value === 'object' && value !== null && 'limit' in value && 'found' in value
}
