import { createRequire } from 'node:module'
import { parse, type Token } from '@messageformat/parser'

/** Messages of one language by their keys, in ICU MessageFormat. Keys may be grouped. */
export interface Catalog {
  readonly [key: string]: string | Catalog
}

/**
 * Compiles a catalog to a TypeScript module that exports one constant, `messages`, of the catalog's shape: each message becomes a
 * function of its arguments, typed by their names. The module imports nothing, so that a package which has one needs no library.
 *
 * @throws {TypeError} naming the key if a message is not in ICU MessageFormat, has no plural form that the language needs, or formats
 * a date or number by itself: hand it the text that `Intl` makes.
 */
export function compileCatalog(locale: string, catalog: Catalog): string {
  const type = typeOf(catalog, '')
  const code = compile(new MessageFormat(locale), catalog)
  const start = code.indexOf(exported)
  const helpers = helpersFor(locale, code.slice(0, start)).join('\n')
  // A message that only prints has no use for it, and an unused type does not compile.
  const value = /\bValue\b/.test(helpers + type) ? 'type Value = string | number\n' : ''
  return `// Compiled from ${locale}.json by \`pnpm messages\`; a test fails if it is not what that gives. Edit the JSON.
${value}${helpers}
export const messages: ${type} = ${code.slice(start + exported.length)}
`
}

const exported = 'export default '

// Both are CommonJS, and their types tell of default exports that Node does not find.
const require = createRequire(import.meta.url)
const MessageFormat: new (locale: string) => object = require('@messageformat/core')
const compile: (format: object, catalog: Catalog) => string = require('@messageformat/core/compile-module')

/** Returns the type of the compiled messages, and refuses those that could not be compiled or would need more than our helpers. */
function typeOf(catalog: Catalog, path: string): string {
  const fields = Object.entries(catalog).map(([key, message]) => {
    const place = path === '' ? key : `${path}.${key}`
    const type = typeof message === 'string' ? functionType(message, place) : typeOf(message, place)
    return `readonly ${JSON.stringify(key)}: ${type}`
  })
  return `{\n${fields.join('\n')}\n}`
}

/** An argument that is printed must be text, so that no number is printed in the wrong format; one that only selects a case may be a number. */
function functionType(message: string, place: string): string {
  const types = new Map<string, 'string' | 'Value'>()
  for (const token of tokensOf(message, place)) {
    if (token.type === 'function') {
      throw new TypeError(`${place}: {${token.arg}, ${token.key}} is not compiled; give it as text, by Intl`)
    }
    if (token.type === 'argument') types.set(token.arg, 'string')
    else if ('arg' in token && !types.has(token.arg)) types.set(token.arg, 'Value')
  }
  if (types.size === 0) return '() => string'
  const fields = [...types].map(([name, type]) => `readonly ${JSON.stringify(name)}: ${type}`)
  return `(d: { ${fields.join('; ')} }) => string`
}

/** Returns all tokens of a message, those inside its plural and select cases too. */
function tokensOf(message: string, place: string): readonly Token[] {
  try {
    const tokens: Token[] = parse(message)
    // It grows while it is walked.
    for (const token of tokens) {
      if ('cases' in token) for (const { tokens: inner } of token.cases) tokens.push(...inner)
    }
    return tokens
  } catch (error) {
    throw new TypeError(`${place}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The functions that compiled messages call, in place of the library's runtime, of which each package would have to depend. */
const helpers: Readonly<Record<string, string>> = {
  plural: `const plural = (value: Value, offset: number, rule: Rule, forms: Forms, ordinal?: 1): string =>
  form(forms, String(value), rule(Number(value) - offset, ordinal))`,
  select: 'const select = (value: Value, forms: Forms): string => form(forms, String(value))',
  number: `const number = (locale: string, value: Value, offset: number): string =>
  new Intl.NumberFormat(locale).format(Number(value) - offset)`,
}

const rule = 'type Rule = (value: number, ordinal?: 1) => string'

const forms = 'type Forms = Readonly<Record<string, string>>'

const form = `const form = (forms: Forms, ...keys: readonly string[]): string =>
  forms[keys.find(key => Object.hasOwn(forms, key)) ?? 'other'] ?? ''`

/** Returns the helpers in place of what the compiled module would import. */
function helpersFor(locale: string, imports: string): readonly string[] {
  const names = [...imports.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) => list.trim().split(/\s*,\s*/))
  if (names.length === 0) return []
  const used = names.map(name => helpers[name] ?? ruleFor(name, locale))
  return [forms, ...(used.some(code => /\bRule\b/.test(code)) ? [rule] : []), form, ...used]
}

function ruleFor(name: string, locale: string): string {
  return `const ${name}: Rule = (value, ordinal) =>
  new Intl.PluralRules('${locale}', { type: ordinal === 1 ? 'ordinal' : 'cardinal' }).select(value)`
}
