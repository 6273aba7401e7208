import type { Problem, Service, UpstreamKind } from '@orderwright/core'
import * as v from 'valibot'
import { answeringFunctionSchema, checkOwnAnswer, ownAnswerSchema } from '../../answers/own-answer.ts'
import type { OwnAnswers } from '../../answers/own-answers.ts'
import type { DialectSwitch, PanelDialect } from '../../apis/panel/dialects.ts'
import type { Clock } from '../../clock/clock.ts'
import type { FaultPlans } from '../../faults/fault-plans.ts'
import { checkPlan, faultPlanSchema } from '../../faults/plan.ts'
import { restoreSnapshot, takeSnapshot } from '../../persistence/snapshot.ts'
import type { Snapshot } from '../../persistence/snapshot-schema.ts'
import type { LogQuery } from '../../request-log/query.ts'
import { queryEntries } from '../../request-log/query.ts'
import type { RequestLog } from '../../request-log/request-log.ts'
import { upstreamSchema } from '../../schema/leaf-schemas.ts'
import { type BehaviourRules, behaviourRuleSchema, checkRule } from '../../simulator/behaviour-rules.ts'
import type { Catalogue } from '../../simulator/catalogue.ts'
import { resetState, runDueEvents, type SimulatorState } from '../../simulator/state.ts'
import { type AccountsControl, createAccountsControl } from './accounts.ts'
import { checkGiven } from './check-given.ts'
import { createOrdersControl, type OrdersControl } from './orders.ts'
import { createRefillsControl, type RefillsControl } from './refills.ts'
import { verifyEnd } from './verify-end.ts'

/** What a test holds of a server. */
export interface MockControl {
  readonly clock: Clock
  readonly accounts: AccountsControl
  /** How the orders to come go. */
  readonly behaviours: Pick<BehaviourRules, 'add' | 'list' | 'clear'>
  readonly orders: OrdersControl
  readonly refills: RefillsControl
  readonly catalogue: CatalogueControl
  readonly faults: Pick<FaultPlans, 'add' | 'list' | 'clear'>
  /** Answers in place of those of the APIs. */
  readonly answers: AnswersControl
  readonly requestLog: Pick<
    RequestLog,
    'list' | 'find' | 'count' | 'har' | 'curl' | 'verify' | 'verifyOrder' | 'waitFor' | 'subscribe' | 'clear'
  >
  /**
   * Confirms, at the end of a test, that every fault, answer and behaviour that was planned was used, and that no request drew a suggestion.
   * @throws VerificationError that names what was not used, with the requests that came close, and what was suggested
   */
  verifyEnd(): void
  /**
   * Back to the start: the clock, the accounts and catalogues of the options, the fixture, no orders, refills, other faults or request log.
   * Requests that are held are let go, and carried out afterwards.
   */
  reset(): void
  /** Accounts, orders, refills, clock, plans, answers (but functions) and catalogues as they are now, without a key. */
  snapshot(): Snapshot
  /**
   * Back to a snapshot of this server, as often as is wanted; the request log begins again. Requests that are held are let go.
   * @throws RangeError for a snapshot of a server with other accounts or services
   */
  restore(snapshot: Snapshot): void
}

export interface AnswersControl extends Pick<OwnAnswers, 'add' | 'list' | 'clear'> {
  /** In which the panel words its errors. */
  dialect(): PanelDialect
  /**
   * Has the panel word its errors in another dialect, until a reset.
   * @throws RangeError for an unknown dialect
   */
  useDialect(dialect: PanelDialect): void
}

export interface CatalogueControl {
  /** The services as the core reads them. */
  services(upstream: UpstreamKind): readonly Service[]
  /** The catalogue's defects as the core reports them. */
  problems(upstream: UpstreamKind): readonly Problem[]
  /** Orders taken before keep the service that they were placed with. */
  replace(upstream: UpstreamKind, body: unknown): void
}

function catalogueOf({ catalogues }: SimulatorState, upstream: UpstreamKind): Catalogue {
  checkGiven(upstreamSchema, upstream, 'catalogue: the upstream')
  return catalogues[upstream]
}

const querySchema = v.strictObject(queryEntries)
const expectedSchema = v.union([
  v.number(),
  v.strictObject({ atLeast: v.optional(v.number()), atMost: v.optional(v.number()) }),
])
const waitSchema = v.strictObject({ signal: v.optional(v.any()), timeoutMs: v.optional(v.number()) })

function checkedRequestLog(requestLog: RequestLog): MockControl['requestLog'] {
  const checked = <Query extends LogQuery | undefined>(query: Query, what: string): Query => {
    if (query !== undefined) checkGiven(querySchema, query, `requestLog.${what}`)
    return query
  }
  return {
    list: query => requestLog.list(checked(query, 'list')),
    find: query => requestLog.find(checked(query, 'find')),
    count: query => requestLog.count(checked(query, 'count')),
    har: query => requestLog.har(checked(query, 'har')),
    curl: query => requestLog.curl(checked(query, 'curl')),
    verify(query, expected) {
      checkGiven(expectedSchema, expected, 'requestLog.verify: the count')
      requestLog.verify(checked(query, 'verify'), expected)
    },
    waitFor(query, options) {
      if (options !== undefined) checkGiven(waitSchema, options, 'requestLog.waitFor: the options')
      return requestLog.waitFor(checked(query, 'waitFor'), options)
    },
    verifyOrder(queries) {
      checkGiven(
        v.strictObject({ requests: v.array(v.any()) }),
        { requests: queries },
        'requestLog.verifyOrder',
      )
      requestLog.verifyOrder(queries.map(query => checked(query, 'verifyOrder')))
    },
    subscribe: requestLog.subscribe,
    clear: requestLog.clear,
  }
}

/** What a server is made of. */
export interface ControlledParts {
  readonly state: SimulatorState
  readonly faults: FaultPlans
  readonly answers: OwnAnswers
  readonly dialect: DialectSwitch
  readonly requestLog: RequestLog
}

/** @param begin puts what a server begins with into one that has nothing */
export function createControl(
  { state, faults, answers, dialect, requestLog }: ControlledParts,
  begin: () => void,
): MockControl {
  const clearAll = (): void => {
    faults.clear()
    answers.clear()
    dialect.reset()
    requestLog.reset()
    resetState(state)
  }
  const kept = { state, faults, answers, dialect }
  return {
    clock: state.clock,
    accounts: createAccountsControl(state),
    behaviours: {
      add(rule) {
        checkRule(rule)
        checkGiven(behaviourRuleSchema, rule, 'behaviours.add')
        state.behaviours.add(rule)
      },
      list: state.behaviours.list,
      clear: state.behaviours.clear,
    },
    orders: createOrdersControl(state),
    refills: createRefillsControl(state),
    catalogue: {
      services: upstream => catalogueOf(state, upstream).list(),
      problems: upstream => catalogueOf(state, upstream).problems(),
      replace: (upstream, body) => catalogueOf(state, upstream).replace(body),
    },
    faults: {
      add(plan) {
        // Its sentences say more than those of a schema.
        checkPlan(plan)
        checkGiven(faultPlanSchema, plan, 'faults.add')
        return faults.add(plan)
      },
      list: faults.list,
      clear: faults.clear,
    },
    answers: {
      add(answer) {
        checkOwnAnswer(answer)
        checkGiven('respond' in answer ? answeringFunctionSchema : ownAnswerSchema, answer, 'answers.add')
        return answers.add(answer)
      },
      list: answers.list,
      clear: answers.clear,
      dialect: dialect.current,
      useDialect: dialect.use,
    },
    requestLog: checkedRequestLog(requestLog),
    verifyEnd: () => verifyEnd({ faults, answers, behaviours: state.behaviours, requestLog }),
    reset() {
      clearAll()
      begin()
    },
    snapshot() {
      runDueEvents(state)
      return takeSnapshot(kept)
    },
    restore(snapshot) {
      const { at, rate } = snapshot.clock
      clearAll()
      const { clock } = state
      clock.hold()
      clock.advance(Math.max(0, at - clock.now()))
      restoreSnapshot(kept, snapshot)
      if (rate > 0) clock.run(rate)
    },
  }
}
