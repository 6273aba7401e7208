import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { ActiveFault, FaultKind } from '../routes/faults.ts'
import type { Api } from './api.ts'
import { withCode } from './with-code.tsx'

interface Props {
  readonly api: Api
  readonly kinds: readonly FaultKind[]
  readonly plans: readonly ActiveFault[]
  readonly act: (work: () => Promise<void>) => void
}

/** Shows one switch for each fault; on, while a plan with it is still to be injected. */
export function Faults({ api, kinds, plans, act }: Props): JSX.Element {
  const scope = useRef<HTMLFormElement>(null)
  const toggle = async (kind: FaultKind, planned: readonly ActiveFault[]): Promise<void> => {
    if (planned.length === 0)
      await api.send('POST', '/faults', { fault: kind.name, ...readScope(scope.current) })
    else await Promise.all(planned.map(({ id }) => api.send('DELETE', `/faults/${id}`)))
  }
  return (
    <section class="card faults" aria-labelledby="faults-title">
      <div class="row card-head">
        <h2 id="faults-title">Faults</h2>
        <p id="faults-count" class="muted">
          {plans.length === 0 ? 'none planned' : `${plans.length} planned`}
        </p>
        <button
          id="faults-clear"
          type="button"
          class="button quiet"
          onClick={() => act(() => api.send('DELETE', '/faults'))}
        >
          Clear all
        </button>
      </div>
      <form id="fault-scope" class="scope" ref={scope} onSubmit={event => event.preventDefault()}>
        <Choice name="times" label="Requests" options={times} />
        <Choice name="when" label="When" options={whens} />
        <Choice name="upstream" label="API" options={upstreams} />
        <TextField name="action" label="Action" placeholder="any" list="actions" />
        <TextField name="lasts" label="Lasts" placeholder="no limit, or 5m" />
        <datalist id="actions">
          {actions.map(action => (
            <option key={action} value={action} />
          ))}
        </datalist>
        <p class="muted">
          Several that are on are injected together: the waits first, then each change of the answer, and of
          what breaks it the newest.
        </p>
      </form>
      <ul id="faults" class="switches">
        {kinds.map(kind => {
          const planned = plans.filter(({ plan }) => plan.fault === kind.name)
          return (
            <Switch
              key={kind.name}
              kind={kind}
              plans={planned}
              onToggle={() => act(() => toggle(kind, planned))}
            />
          )
        })}
      </ul>
    </section>
  )
}

type Options = readonly (readonly [value: string, label: string])[]

const times: Options = [
  ['1', 'the next request'],
  ['3', 'the next three'],
  ['', 'every request'],
]

const whens: Options = [
  ['', 'as it usually is'],
  ['after', 'once carried out'],
  ['before', 'not carried out'],
]

const upstreams: Options = [
  ['', 'either'],
  ['qqtube', 'QQTube v1'],
  ['panel', 'panel v2'],
]

const actions = [
  'add',
  'stats',
  'submissions',
  'funds',
  'services',
  'status',
  'refill',
  'refill_status',
  'cancel',
  'balance',
]

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly options: Options
}

function Choice({ name, label, options }: ChoiceProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select id={`fault-${name}`} name={name}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly placeholder: string
  readonly list?: string
}

function TextField({ name, label, ...input }: TextFieldProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input id={`fault-${name}`} name={name} type="text" autocomplete="off" spellcheck={false} {...input} />
    </label>
  )
}

/** Returns whom the next switch is for, and for how long: an endless plan has a probability. */
function readScope(form: HTMLFormElement | null): Readonly<Record<string, string | number>> {
  const { times: most, ...rest } = Object.fromEntries(
    [...new FormData(form ?? undefined)].map(([name, value]) => [name, String(value).trim()]),
  )
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '')),
    ...(most === undefined || most === '' ? { probability: 1 } : { times: Number(most) }),
  }
}

interface SwitchProps {
  readonly kind: FaultKind
  /** The plans with this fault that are still to be injected. */
  readonly plans: readonly ActiveFault[]
  readonly onToggle: () => void
}

function Switch({ kind, plans, onToggle }: SwitchProps): JSX.Element {
  const id = `fault-${kind.name}`
  return (
    <li>
      <button
        type="button"
        role="switch"
        class="switch"
        id={id}
        aria-checked={plans.length > 0}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-does ${id}-scope`}
        onClick={onToggle}
      />
      <label for={id} id={`${id}-name`}>
        {kind.name}
      </label>
      <span class="chip" id={`${id}-scope`} data-tone="warn" hidden={plans.length === 0}>
        {plans.map(plan => summary(plan, kind)).join('; ')}
      </span>
      <span class="muted" id={`${id}-does`}>
        {withCode(kind.does)}
      </span>
    </li>
  )
}

/** Returns such as `after add · 2 left`. */
function summary({ plan, remaining }: ActiveFault, { usually }: FaultKind): string {
  const where = [plan.when ?? usually, plan.upstream, plan.action, plan.account].filter(
    word => word !== undefined,
  )
  const end =
    plan.lasts === undefined ? 'no end' : `for ${plan.lasts}${typeof plan.lasts === 'number' ? ' ms' : ''}`
  const left = remaining === undefined ? end : remaining === 0 ? 'holding' : `${remaining} left`
  return `${where.join(' ')} · ${left}`
}
