import type { Problem, ProblemCode } from './problems.ts'

/** Collects the problems of one row under its service's id. */
export interface Reporter {
  readonly problems: readonly Problem[]
  report(code: ProblemCode, path: string, value: unknown): void
  /** Reports a defect that costs the row. */
  reportFatal(code: ProblemCode, path: string, value: unknown): void
}

export function createReporter(serviceId: string | undefined): Reporter {
  const problems: Problem[] = []
  return {
    problems,
    report: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: false }),
    reportFatal: (code, path, value) => problems.push({ code, serviceId, path, value, isFatal: true }),
  }
}
