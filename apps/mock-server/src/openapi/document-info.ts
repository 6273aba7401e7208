import type { SchemaObject } from '../admin/openapi/json-schema.ts'

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
