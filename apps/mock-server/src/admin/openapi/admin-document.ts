import * as v from 'valibot'
import { ownAnswerSchema } from '../../answers/own-answer.ts'
import { faultPlanSchema } from '../../faults/plan.ts'
import { problemSchema } from '../../http/problem.ts'
import { fieldMatchSchema } from '../../matching/field-match.ts'
import { logEntrySchema } from '../../request-log/entry.ts'
import { harSchema } from '../../request-log/har.ts'
import { behaviourRuleSchema } from '../../simulator/behaviour-rules.ts'
import { accountSchema } from '../routes/accounts.ts'
import { adminRoutes } from '../routes/all-routes.ts'
import { activeAnswerSchema } from '../routes/answers.ts'
import { catalogueSchema } from '../routes/catalogue.ts'
import { clockSchema } from '../routes/clock.ts'
import { activeFaultSchema, faultKindSchema } from '../routes/faults.ts'
import { orderSchema } from '../routes/orders.ts'
import { refillSchema } from '../routes/refills.ts'
import { type AdminRoute, anyText, noParams, nothing } from '../routes/route.ts'
import {
  componentSchemas,
  documentInfo,
  type NamedSchemas,
  type SchemaObject,
  schemaObject,
} from './json-schema.ts'

/** The schemas that the document names. */
export const named: NamedSchemas = {
  Account: accountSchema,
  ActiveAnswer: activeAnswerSchema,
  ActiveFault: activeFaultSchema,
  Catalogue: catalogueSchema,
  Clock: clockSchema,
  FaultKind: faultKindSchema,
  FaultPlan: faultPlanSchema,
  FieldMatch: fieldMatchSchema,
  Har: harSchema,
  LogEntry: logEntrySchema,
  BehaviourRule: behaviourRuleSchema,
  Order: orderSchema,
  OwnAnswer: ownAnswerSchema,
  Problem: problemSchema,
  Refill: refillSchema,
}

/** What can be asked of the server that a client is tested against, in OpenAPI 3.1. */
export function controlDocument(): SchemaObject {
  const paths: Record<string, Record<string, SchemaObject>> = {}
  for (const route of adminRoutes) {
    const path = `/__mock${route.path}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    ...documentInfo(
      'Control of the mock server',
      'What tests in any language ask of the mock that plays the upstream: time, orders, faults, requests. On a loopback address it needs no credentials; elsewhere, the token that the server was started with.',
    ),
    security: [{}, { token: [] }],
    paths,
    components: {
      schemas: componentSchemas(named),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: {
        Problem: {
          description: 'What is wrong with the request, and what to do.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operation(route: AdminRoute): SchemaObject {
  const parameters = parametersOf(route)
  return {
    operationId: route.operationId,
    summary: `${route.summary}.`,
    tags: [route.path.split('/')[1]],
    ...(route.isOpen && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body !== nothing && { requestBody: requestBody(route) }),
    responses: { ...success(route), ...problems(route) },
  }
}

function parametersOf({ params, path }: AdminRoute): readonly SchemaObject[] {
  if (params === noParams) return []
  const { properties = {}, required = [] }: { properties?: object; required?: readonly string[] } =
    schemaObject(params, named, 'output')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: path.includes(`{${name}}`) ? 'path' : 'query',
    required: required.includes(name),
    ...(schema.type === 'object' && { style: 'deepObject', explode: true }),
    schema,
  }))
}

function requestBody({ body }: AdminRoute): SchemaObject {
  // A catalogue is handed on as it came, whatever it is.
  const schema = body === anyText ? {} : schemaObject(body, named)
  return { required: !v.is(body, {}), content: { 'application/json': { schema } } }
}

function success({ answer }: AdminRoute): SchemaObject {
  if (answer === nothing) return { 204: { description: 'Done.' } }
  return {
    200: { description: 'Done.', content: { 'application/json': { schema: schemaObject(answer, named) } } },
  }
}

/** Any request may be refused by who sent it, and any that takes something by what it brought. */
function problems({ errorStatuses, body, params, isOpen }: AdminRoute): SchemaObject {
  const ofInput = params === noParams && body === nothing ? [] : [400]
  const ofBody = body === nothing ? [] : [413, 415]
  const statuses = new Set([...(isOpen ? [] : [401, 403]), ...ofInput, ...ofBody, ...errorStatuses])
  return Object.fromEntries(
    [...statuses].sort().map(status => [status, { $ref: '#/components/responses/Problem' }]),
  )
}
