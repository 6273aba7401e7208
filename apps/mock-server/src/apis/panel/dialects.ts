import type { Answer } from '../../http/answer.ts'
import { type Json, writeJson } from '../../http/json.ts'
import type { PanelError } from './errors.ts'

/** How a panel words its errors: each is seen on panels that call themselves v2. */
export type PanelDialect = 'plain' | 'keys' | 'message' | 'laravel'

interface DialectForm {
  /** What it looks like, in one line. */
  readonly does: string
  /** The status of a refused request unless errors have statuses of their own. */
  readonly status: number
  body(error: PanelError): Json
}

/** Every dialect by its name. */
export const panelDialects: Readonly<Record<PanelDialect, DialectForm>> = {
  plain: {
    does: '`{"error":"Not enough funds on balance"}`, as most panels',
    status: 200,
    body: ({ text }) => ({ error: text }),
  },
  keys: {
    does: '`{"error":"neworder.error.not_enough_funds"}`: keys of a language file, where they were seen',
    status: 200,
    body: ({ text, key }) => ({ error: key ?? text }),
  },
  message: {
    does: '`{"status":"error","message":"Not enough funds on balance"}`',
    status: 200,
    body: ({ text }) => ({ status: 'error', message: text }),
  },
  laravel: {
    does: '422 with `{"message":"Bad link","errors":{"link":["Bad link"]}}`, as Laravel validates',
    status: 422,
    body: ({ text, field }) => ({ message: text, errors: field === undefined ? {} : { [field]: [text] } }),
  },
}

export const panelDialectNames: readonly PanelDialect[] = ['plain', 'keys', 'message', 'laravel']

/** The dialect that a server speaks. */
export interface DialectSwitch {
  current(): PanelDialect
  /** @throws RangeError for an unknown dialect */
  use(dialect: PanelDialect): void
  /** Back to the dialect that there was at the start. */
  reset(): void
}

/** @throws RangeError for an unknown dialect */
export function createDialectSwitch(first: PanelDialect, onChange: () => void): DialectSwitch {
  const known = (dialect: PanelDialect): PanelDialect => {
    if (Object.hasOwn(panelDialects, dialect)) return dialect
    throw new RangeError(
      `There is no dialect '${String(dialect)}'; there are ${panelDialectNames.join(', ')}`,
    )
  }
  let current = known(first)
  return {
    current: () => current,
    use(dialect) {
      current = known(dialect)
      onChange()
    },
    reset() {
      current = first
    },
  }
}

/** Returns an error in a dialect; `hasOwnStatus` for the status that is the error's own. */
export function errorAnswer(
  error: PanelError,
  dialect: PanelDialect,
  hasOwnStatus: boolean,
  reasons?: readonly string[],
): Answer {
  const { status, body } = panelDialects[dialect]
  return { status: hasOwnStatus ? error.status : status, text: writeJson(body(error)), reasons }
}
