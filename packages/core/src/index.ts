export { catalogueLimits } from './catalogue/limits.ts'
export { type OrderableRange, orderableRange } from './catalogue/orderable-range.ts'
export { parseJson } from './catalogue/parse-json.ts'
export { parsePanelServices, parseServices } from './catalogue/parse-services.ts'
export type {
  BrokenOption,
  DuplicateName,
  InvertedPrice,
  OddProblem,
  ParsingProblem,
  PriceCliff,
  Problem,
  ProblemCode,
} from './catalogue/problems.ts'
export type { ParsedServices } from './catalogue/row-reader.ts'
export type {
  Drip,
  QuantitySource,
  Service,
  ServiceFlags,
  Tier,
  UpstreamKind,
} from './catalogue/service.ts'
export { applyServicesDiff } from './diff/apply-services-diff.ts'
export {
  type ChangedService,
  diffServices,
  type ServiceChange,
  type ServicesDiff,
} from './diff/diff-services.ts'
export { lintServices } from './lint/lint-services.ts'
export { describeIssue, describeProblem } from './messages/en.ts'
export { addAmounts, amount, compareAmounts, subtractAmounts } from './money/amounts.ts'
export { Decimal, parseDecimal, parseNumeric, promisedDigits } from './money/decimal.ts'
export { type Reconciliation, reconcile } from './money/reconcile.ts'
export { isChargedDifferently, type OrderReconciliation, reconcileOrder } from './money/reconcile-order.ts'
export { type AgreedOrder, type ChargedOrder, type Charges, chargeInFull, chargesOf } from './money/refund.ts'
export { type CompiledService, compileService } from './quote/compile-service.ts'
export {
  checkTarget,
  normaliseTarget,
  type PreparedOrder,
  type PreparedResult,
  prepareOrder,
  type TargetedRequest,
} from './quote/prepare-order.ts'
export { type Quote, type QuoteResult, quote } from './quote/quote.ts'
export type { OrderRequest, Scalar } from './quote/read-request.ts'
export type { Step } from './quote/step.ts'
export { allocate } from './retail/allocate.ts'
export { applyMarkup, type Markup, type MarkupTier, type Surcharge } from './retail/apply-markup.ts'
export { currencyDigits } from './retail/currency.ts'
export {
  addMoney,
  type Money,
  type RetailPrice,
  type RetailStep,
  retailPrice,
} from './retail/retail-price.ts'
export { type RoundingMode, round } from './retail/round.ts'
export { isolate } from './rules/isolate.ts'
export type { Issue, IssueCode } from './rules/issue.ts'
export type { CountingRule, Modifier, Param, ParamFormat, ParamOption, Rule } from './rules/param.ts'
export { type ParsedRules, parseRules, type RuleDefect } from './rules/parse-rules.ts'
export { countLines } from './rules/text.ts'
export { type OrderJsonSchema, toJsonSchema } from './schema/json-schema.ts'
export type { JsonSchema } from './schema/rule-words.ts'
export {
  type InvalidOrder,
  type OrderSchema,
  type OrderSchemaIssue,
  toStandardSchema,
  type ValidOrder,
} from './schema/standard-schema.ts'
export { affordable } from './solve/affordable.ts'
export { type BetterDeal, betterDeal } from './solve/better-deal.ts'
export { type ComparedService, compareServices } from './solve/compare-services.ts'
export { type NearestQuantities, nearest } from './solve/nearest.ts'
export { type PriceStretch, priceCurve } from './solve/price-curve.ts'
export type { OrderWithoutQuantity } from './solve/priced-stretches.ts'
export { parseServicesStream } from './stream/parse-services-stream.ts'
