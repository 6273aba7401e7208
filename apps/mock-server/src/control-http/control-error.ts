/** A control request that cannot be carried out, in a sentence for whoever sent it. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  /** From 400 to 499. */
  readonly status: number
  readonly issues: readonly ControlIssue[]

  constructor(status: number, message: string, issues: readonly ControlIssue[] = []) {
    super(message)
    this.status = status
    this.issues = issues
  }
}

/** What is wrong with one place of a request. */
export interface ControlIssue {
  /** The parameter, or a JSON pointer into the body such as `#/funds`. */
  readonly place: string
  readonly detail: string
}
