import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { MockServer } from '../src/index.ts'

/** An OpenAPI document as a test reads it, field by field. */
export interface OpenapiDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenapiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, AnySchema>> }
  readonly 'x-actions'?: Readonly<Record<string, { readonly method: string }>>
}

interface OpenapiOperation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>
}

export async function openapiDocument(
  server: Pick<MockServer, 'url'>,
  name: 'control' | 'qqtube' | 'panel',
): Promise<OpenapiDocument> {
  const response = await fetch(`${server.url}/__mock/openapi/${name}.json`)
  return JSON.parse(await response.text())
}

/** What is wrong with a value by the schema at a JSON pointer into the document; empty where it fits. */
export type Judge = (pointer: string, value: unknown) => readonly string[]

/** Judges by the document itself, as any validator of JSON Schema 2020-12 would. */
export function judgeOf(document: OpenapiDocument): Judge {
  // Strict about the schemas: a keyword that means nothing where it stands is a mistake in the document.
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'paths', 'components', 'x-actions'])
  ajv.addSchema({ ...document, $id: 'document' })
  return (pointer, value) => {
    const validate = ajv.getSchema(`document#${pointer}`)
    if (validate === undefined) return [`The document has nothing at ${pointer}`]
    if (validate(value) === true) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** Part of a JSON pointer. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

/** Pointers to all operations of a document. */
export function operationsOf({ paths }: OpenapiDocument): readonly string[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(method => operationPointer(path, method)),
  )
}

export interface Described {
  /** The pointer to the operation. */
  readonly operation: string
  /** The pointer to the schema of its answers of a status and a content type; `undefined` where it describes none. */
  schemaFor(status: number, contentType: string): string | undefined
}

/** What a document says of a request by its method and its path. */
export function describedAt({ paths }: OpenapiDocument, method: string, path: string): Described | undefined {
  const template = Object.keys(paths).find(candidate => fits(candidate, path))
  const operation = paths[template ?? '']?.[method.toLowerCase()]
  if (template === undefined || operation === undefined) return undefined
  const pointer = operationPointer(template, method.toLowerCase())
  return {
    operation: pointer,
    schemaFor(status, contentType) {
      const response = operation.responses[status]
      if (response === undefined) return undefined
      const place = response.$ref?.slice(1) ?? `${pointer}/responses/${status}`
      return `${place}/content/${escaped(contentType)}/schema`
    },
  }
}

function fits(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
}

function operationPointer(path: string, method: string): string {
  return `/paths/${escaped(path)}/${method}`
}

/** What the documents call an action: `RefillStatus` for `refill_status`. */
export function pascal(action = ''): string {
  return action.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
