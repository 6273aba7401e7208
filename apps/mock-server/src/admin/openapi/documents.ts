import { panelActions } from '../../apis/panel/action-schemas.ts'
import { orderStatusSchema, errorSchema as panelError } from '../../apis/panel/answer-schemas.ts'
import { qqtubeActions } from '../../apis/qqtube/action-schemas.ts'
import {
  errorSchema as qqtubeError,
  serviceSchema,
  submissionSchema,
} from '../../apis/qqtube/answer-schemas.ts'
import { controlDocument } from './admin-document.ts'
import type { SchemaObject } from './json-schema.ts'
import { upstreamDocument } from './upstream-document.ts'

const makers: Readonly<Record<string, () => SchemaObject>> = {
  '/openapi/control.json': controlDocument,
  '/openapi/qqtube.json': () =>
    upstreamDocument({
      title: 'QQTube v1, as the mock plays it',
      description:
        'An unofficial description of the API for tests against the mock: the services are invented, and nothing is delivered to anyone.',
      path: '/v1-api',
      actions: qqtubeActions,
      error: qqtubeError,
      shared: { Service: serviceSchema, Submission: submissionSchema },
    }),
  '/openapi/panel.json': () =>
    upstreamDocument({
      title: 'Panel v2, as the mock plays it',
      description:
        'An unofficial description of the API that many panels share, for tests against the mock: the services are invented, and nothing is delivered to anyone.',
      path: '/api/v2',
      actions: panelActions,
      error: panelError,
      shared: { OrderStatus: orderStatusSchema },
    }),
}

const made = new Map<string, SchemaObject>()

/** The OpenAPI document at a path below `/__mock`; made when it is first asked for. */
export function documentFor(path: string): SchemaObject | undefined {
  const known = made.get(path)
  if (known !== undefined) return known
  const document = Object.hasOwn(makers, path) ? makers[path]?.() : undefined
  if (document !== undefined) made.set(path, document)
  return document
}
