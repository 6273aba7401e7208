import * as v from 'valibot'
import type { ActionSchemas } from '../../apis/actions.ts'
import { componentSchemas, documentInfo, type NamedSchemas, type SchemaObject } from './json-schema.ts'

export interface UpstreamDescription {
  readonly title: string
  readonly description: string
  readonly path: string
  readonly actions: Readonly<Record<string, ActionSchemas>>
  /** What the API says if something is wrong, whatever the action. */
  readonly error: v.GenericSchema
  /** Schemas that several actions share, by name. */
  readonly shared: NamedSchemas
}

/** An API as the mock plays it, in OpenAPI 3.1. `x-actions` says which schemas belong to which action. */
export function upstreamDocument(upstream: UpstreamDescription): SchemaObject {
  const { title, description, path, actions, error, shared } = upstream
  const named = componentSchemas({ ...shared, ...schemasOf(actions), Error: error })
  const schemas = { ...named, ...choicesOf(actions, named) }
  return {
    ...documentInfo(title, description),
    paths: {
      [path]: Object.fromEntries(
        methodsOf(actions).map(method => [
          method.toLowerCase(),
          method === 'GET' ? getOperation(actions, schemas) : postOperation(actions),
        ]),
      ),
    },
    components: { schemas },
    'x-actions': Object.fromEntries(
      Object.entries(actions).map(([action, { method, summary }]) => [
        action,
        { method, summary, request: refTo(requestName(action)), answer: refTo(answerName(action)) },
      ]),
    ),
  }
}

type Actions = UpstreamDescription['actions']

function schemasOf(actions: Actions): NamedSchemas {
  return Object.fromEntries(
    Object.entries(actions).flatMap(([action, { fields, answer }]) => [
      [requestName(action), fields],
      [answerName(action), answer],
    ]),
  )
}

/** The requests of which one of several fields must be there. */
function choicesOf(
  actions: Actions,
  schemas: Readonly<Record<string, SchemaObject>>,
): Readonly<Record<string, SchemaObject>> {
  return Object.fromEntries(
    Object.entries(actions).flatMap(([action, { oneOf = [] }]) => {
      const name = requestName(action)
      const anyOf = oneOf.map(field => ({ properties: { [field]: {} }, required: [field] }))
      return anyOf.length === 0 ? [] : [[name, { ...schemas[name], anyOf }]]
    }),
  )
}

function methodsOf(actions: Actions): readonly ('GET' | 'POST')[] {
  return [...new Set(Object.values(actions).map(({ method }) => method))].sort()
}

function getOperation(actions: Actions, schemas: Readonly<Record<string, SchemaObject>>): SchemaObject {
  const names = namesOf(actions, 'GET')
  return {
    operationId: 'read',
    summary: `One of the actions ${names.join(', ')}.`,
    parameters: queryParameters(names, schemas),
    responses: responses(names),
  }
}

/** A field of several actions is one parameter, and required if it is so in all of them. */
function queryParameters(
  names: readonly string[],
  schemas: Readonly<Record<string, SchemaObject>>,
): readonly SchemaObject[] {
  const requests = names.map(name => propertiesOf(schemas[requestName(name)]))
  const fields = new Set(requests.flatMap(({ properties }) => Object.keys(properties)))
  return [...fields].map(field => ({
    name: field,
    in: 'query',
    required: requests.every(({ required }) => required.includes(field)),
    schema:
      field === 'action'
        ? { enum: names }
        : requests.map(({ properties }) => properties[field]).find(schema => schema !== undefined),
  }))
}

const objectSchema = v.object({
  properties: v.record(v.string(), v.unknown()),
  required: v.optional(v.array(v.string()), []),
})

function propertiesOf(schema: SchemaObject | undefined): v.InferOutput<typeof objectSchema> {
  return v.parse(objectSchema, schema)
}

function postOperation(actions: Actions): SchemaObject {
  const names = namesOf(actions, 'POST')
  const schema = { oneOf: names.map(name => refTo(requestName(name))) }
  const content = Object.fromEntries(
    ['application/x-www-form-urlencoded', 'multipart/form-data', 'application/json'].map(type => [
      type,
      { schema },
    ]),
  )
  return {
    operationId: 'act',
    summary: `One of the actions ${names.join(', ')}.`,
    requestBody: { required: true, content },
    responses: responses(names),
  }
}

function namesOf(actions: Actions, method: 'GET' | 'POST'): readonly string[] {
  return Object.keys(actions).filter(name => actions[name]?.method === method)
}

function responses(names: readonly string[]): SchemaObject {
  const error = refTo('Error')
  return {
    200: {
      description: 'What was asked for, or what is wrong.',
      content: {
        'application/json': { schema: { anyOf: [...names.map(name => refTo(answerName(name))), error] } },
      },
    },
    '4XX': { description: 'What is wrong.', content: { 'application/json': { schema: error } } },
  }
}

function refTo(name: string): SchemaObject {
  return { $ref: `#/components/schemas/${name}` }
}

function requestName(action: string): string {
  return `${pascal(action)}Request`
}

function answerName(action: string): string {
  return `${pascal(action)}Answer`
}

function pascal(action: string): string {
  return action.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
