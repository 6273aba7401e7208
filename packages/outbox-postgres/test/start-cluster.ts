import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the PostgreSQL that all test files share, each with databases of its own. */
    readonly clusterUrl: string
  }
}

/** Starts the PostgreSQL of a run, and gives what ends it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster()
  project.provide('clusterUrl', cluster.url)
  return async () => await cluster[Symbol.asyncDispose]()
}
