import type { OwnAnswers } from '../../answers/own-answers.ts'
import type { FaultPlans } from '../../faults/fault-plans.ts'
import type { MatchCount } from '../../matching/counter.ts'
import type { RequestMatch } from '../../matching/request-match.ts'
import type { RequestLog } from '../../request-log/request-log.ts'
import { VerificationError } from '../../request-log/verify.ts'
import type { BehaviourRules } from '../../simulator/behaviour-rules.ts'

/** What a test has left behind is looked for in these. */
export interface EndedParts {
  readonly faults: Pick<FaultPlans, 'unused'>
  readonly answers: Pick<OwnAnswers, 'unused'>
  readonly behaviours: Pick<BehaviourRules, 'unused'>
  readonly requestLog: Pick<RequestLog, 'list' | 'describeUnmatched'>
}

/**
 * Confirms that a test has used what it planned, and that no request drew a suggestion.
 * @throws VerificationError that names each fault, answer and behaviour that was never used, with the requests that came close, and each
 * request that drew a suggestion
 */
export function verifyEnd({ faults, answers, behaviours, requestLog }: EndedParts): void {
  const reasonOf = (planned: RequestMatch & MatchCount, met: number, isDrawn = false): string => {
    const { nth = 1 } = planned
    const matched = `${met} ${met === 1 ? 'request' : 'requests'} matched`
    if (met === 0) return requestLog.describeUnmatched(matchIn(planned))
    if (met < nth) return `${matched}, and it is for number ${nth} of them.`
    return isDrawn ? `${matched}, and none was drawn.` : `${matched}, and another came in its place.`
  }
  const left = [
    ...faults.unused().map(({ plan, met }) => {
      const isDrawn = plan.probability !== undefined
      const drawn = isDrawn ? ` (with a probability of ${plan.probability})` : ''
      return `The fault '${plan.fault}'${drawn} was never injected. ${reasonOf(plan, met, isDrawn)}`
    }),
    ...answers.unused().map(({ id, answer, met }) => `Answer ${id} was never used. ${reasonOf(answer, met)}`),
    ...behaviours.unused().map(({ rule, met }) => {
      const reason = reasonOf({ ...rule, action: 'add' }, met)
      return `The behaviour '${rule.behaviour}' was never used. ${reason}`
    }),
    ...requestLog
      .list({ hasSuggestions: true })
      .map(
        ({ sequence, suggestions }) =>
          `Request number ${sequence} drew a suggestion: ${suggestions.join('; ')}`,
      ),
  ]
  if (left.length === 0) return
  throw new VerificationError(
    ['At the end of the test:', ...left.map(sentence => `- ${sentence}`)].join('\n'),
    left.length,
  )
}

function matchIn(planned: RequestMatch): RequestMatch {
  const { method, path, upstream, action, account, service, link, quantity, order, fields } = planned
  return { method, path, upstream, action, account, service, link, quantity, order, fields }
}
