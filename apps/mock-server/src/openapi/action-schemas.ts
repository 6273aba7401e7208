import type * as v from 'valibot'

/** One action of an API: how it is asked, and what it answers if all is well. */
export interface ActionSchemas {
  readonly method: 'GET' | 'POST'
  /** Without a full stop. */
  readonly summary: string
  /** The fields that are sent, the key and the action among them. */
  readonly fields: v.GenericSchema
  readonly answer: v.GenericSchema
}
