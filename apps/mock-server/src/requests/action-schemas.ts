import type * as v from 'valibot'

/** One action of an API: how it is asked, and what it answers if all is well. */
export interface ActionSchemas {
  readonly method: 'GET' | 'POST'
  /** Without a full stop. */
  readonly summary: string
  /** The fields that are sent, the key and the action among them: the server judges by it, and OpenAPI describes it. */
  readonly fields: FieldsSchema
  /** Fields of which one must be there; the first of them that is there counts. */
  readonly oneOf?: readonly string[]
  readonly answer: v.GenericSchema
}

/** A schema of an object, with the schema of each field by its name. */
export interface FieldsSchema extends v.GenericSchema {
  readonly entries: Readonly<Record<string, v.GenericSchema>>
}
