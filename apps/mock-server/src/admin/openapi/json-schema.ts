import { type ConversionConfig, toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import type * as v from 'valibot'

/** Schemas by the names that a document refers to them by. */
export type NamedSchemas = Readonly<Record<string, v.GenericSchema>>

/** A JSON Schema, draft 2020-12, as plain data. */
export type SchemaObject = Readonly<Record<string, unknown>>

function configFor(named: NamedSchemas, typeMode: 'input' | 'output' = 'input'): ConversionConfig {
  return {
    target: 'draft-2020-12',
    typeMode,
    definitions: { ...named },
    // A check beside a pattern says the same in another sentence.
    ignoreActions: ['readonly', 'transform', 'digits', 'check'],
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  }
}

/**
 * A schema for a place in a document: a reference if it is a named one.
 * @param typeMode whether it is of what is given, or of what that is read as: a number in a query comes as text
 */
export function schemaObject(
  schema: v.GenericSchema,
  named: NamedSchemas,
  typeMode?: 'input' | 'output',
): SchemaObject {
  const { $schema: _, $defs: __, ...rest } = toJsonSchema(schema, configFor(named, typeMode))
  return { ...rest }
}

/** The `components.schemas` of a document. */
export function componentSchemas(named: NamedSchemas): Readonly<Record<string, SchemaObject>> {
  const { definitions: _, ...config } = configFor(named)
  return Object.fromEntries(
    Object.entries(toJsonSchemaDefs({ ...named }, config)).map(([name, schema]) => [name, { ...schema }]),
  )
}

/** How each document begins. The version is that of the description, not of the package. */
export function documentInfo(title: string, description: string): SchemaObject {
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1.0.0',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:4010', description: 'The mock server, where its command listens.' }],
  }
}
