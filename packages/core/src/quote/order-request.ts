/** What a buyer asks for, as typed: nothing is trusted, and a blank field counts as absent. */
export interface OrderRequest {
  readonly quantity?: Scalar
  readonly drip?: boolean | undefined
  /** Keyed by the params' names. */
  readonly params?: Readonly<Record<string, Scalar>> | undefined
}

/** A field's value: text as typed, or a number that already is one. */
export type Scalar = string | number | boolean | null | undefined
