/**
 * What is wrong with a buyer's order, as data. `path` is `quantity`, `drip`, `target` or a param's name, and every number is a
 * decimal string in plain notation. `describeIssue` gives the English sentence.
 */
export type Issue =
  | { readonly code: 'required'; readonly path: string }
  | { readonly code: 'below_min'; readonly path: string; readonly min: string }
  | { readonly code: 'above_max'; readonly path: string; readonly max: string }
  | { readonly code: 'not_a_multiple'; readonly path: string; readonly increment: string }
  | { readonly code: 'too_short'; readonly path: string; readonly minchar: string; readonly actual: string }
  | { readonly code: 'too_long'; readonly path: string; readonly maxchar: string; readonly actual: string }
  | {
      readonly code: 'too_few_lines'
      readonly path: string
      readonly minlines: string
      readonly actual: string
    }
  | { readonly code: 'not_a_number'; readonly path: string }
  | { readonly code: 'not_an_integer'; readonly path: string }
  | { readonly code: 'not_an_option'; readonly path: string }
  | { readonly code: 'not_a_date'; readonly path: string }
  | { readonly code: 'not_a_link'; readonly path: string }
  | { readonly code: 'no_price_tier'; readonly path: string }
  | { readonly code: 'unknown_param'; readonly path: string }
  | { readonly code: 'drip_not_available'; readonly path: string }
  | { readonly code: 'negative_total'; readonly path: string }

export type IssueCode = Issue['code']
