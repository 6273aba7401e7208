/**
 * Applies a merge patch (RFC 7396) to JSON text, every digit of a number that is left alone as it was. A text that is no JSON is taken for
 * no value.
 */
export function mergePatch(text: string, patch: unknown): string {
  return JSON.stringify(merged(parsed(text), patch)) ?? ''
}

function merged(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const fields = new Map(isObject(value) ? Object.entries(value) : [])
  for (const [name, change] of Object.entries(patch)) {
    if (change === null) fields.delete(name)
    else fields.set(name, merged(fields.get(name), change))
  }
  return Object.fromEntries(fields)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isRaw(value)
}

// Node 22 has both; TypeScript's library for this target does not.
const rawJson: (source: string) => unknown = Reflect.get(JSON, 'rawJSON')
const isRaw: (value: unknown) => boolean = Reflect.get(JSON, 'isRawJSON')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) =>
      typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
        ? rawJson(context.source)
        : value,
    )
  } catch {
    return undefined
  }
}
