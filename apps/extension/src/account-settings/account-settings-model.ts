import type { UpstreamKind } from '@orderwright/core'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Account } from '../accounts/account.ts'
import { accountsItem } from '../accounts/account-store.ts'
import type { Balance } from '../accounts/balances.ts'
import { originOf, otherKey, parseBaseUrl } from '../accounts/base-url.ts'
import { upstreamKinds } from '../accounts/upstream-kinds.ts'
import { catalogueMessages } from '../catalogue/messages.ts'
import { request } from '../platform/request.ts'
import { accountSettingsMessages, type Recognized } from './messages.ts'
import { messages as texts } from './texts/en.generated.ts'

/** What is typed for an account; `id` is absent for a new one. */
export interface AccountFields {
  readonly id: string | null
  readonly kind: UpstreamKind
  readonly name: string
  readonly baseUrl: string
  /** Blank while an account is edited: the stored key stays if the address keeps its origin. */
  readonly key: string
}

export type FieldIssues = Readonly<Partial<Record<'name' | 'baseUrl' | 'key', string>>>

/** How the last test of an account's connection went, or what keeps the account. */
export type Connection =
  | { readonly kind: 'testing' }
  | { readonly kind: 'good'; readonly balance: Balance }
  | { readonly kind: 'bad'; readonly sentence: string }
  /** The account was to be removed, and cannot be yet. */
  | { readonly kind: 'kept'; readonly sentence: string }

/** How recognising an address has gone. */
export type Recognition =
  | Recognized
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly sentence: string }

export interface OptionsModel {
  readonly accounts: ReadonlySignal<readonly Account[]>
  readonly connections: ReadonlySignal<ReadonlyMap<string, Connection>>
  /** The form that is open, if one is. */
  readonly form: ReadonlySignal<AccountFields | undefined>
  /** Why the form asks for a key although the account that is edited has one. */
  readonly whyKey: ReadonlySignal<string | undefined>
  readonly issues: ReadonlySignal<FieldIssues>
  /** Why saving failed, in one sentence. */
  readonly problem: ReadonlySignal<string | undefined>
  /** How the address in the form was recognised, if that was asked for. */
  readonly recognition: ReadonlySignal<Recognition | undefined>
  add(): void
  edit(account: Account): void
  change(fields: Partial<AccountFields>): void
  cancel(): void
  /** To be called in the click itself: the browser asks for permission only then. */
  save(): Promise<void>
  /** Finds out which API the address in the form has, and its path. As `save`, in the click itself. */
  recognize(): Promise<void>
  /** As `save`, in the click itself. */
  test(account: Account): Promise<void>
  remove(account: Account): Promise<void>
}

/** Opens everything that the options page shows and does, without a DOM. */
export async function openOptionsModel(end: AbortSignal): Promise<OptionsModel> {
  const accounts = signal<readonly Account[]>(await accountsItem.get())
  const connections = signal<ReadonlyMap<string, Connection>>(new Map())
  const form = signal<AccountFields | undefined>(accounts.value.length === 0 ? blankFields() : undefined)
  const issues = signal<FieldIssues>({})
  const problem = signal<string | undefined>(undefined)
  const recognition = signal<Recognition | undefined>(undefined)
  const whyKey = computed(() => {
    const known = accounts.value.find(({ id }) => id === form.value?.id)
    const base = parseBaseUrl(form.value?.baseUrl ?? '')
    if (known === undefined || !base.ok || originOf(base.url) === originOf(known.baseUrl)) return undefined
    return otherKey(known.baseUrl)
  })
  const findIssues = (fields: AccountFields): FieldIssues => issuesOf(fields, whyKey.value !== undefined)
  accountsItem.watch(value => {
    accounts.value = value
  }, end)

  function open(fields: AccountFields | undefined): void {
    form.value = fields
    issues.value = {}
    problem.value = undefined
    recognition.value = undefined
  }

  function connect(id: string, connection: Connection): void {
    connections.value = new Map([...connections.value, [id, connection]])
  }

  async function readBalance(id: string, isAllowed: boolean): Promise<void> {
    if (!isAllowed) return connect(id, { kind: 'bad', sentence: texts.notAllowed() })
    connect(id, { kind: 'testing' })
    const answer = await request(catalogueMessages['read-balance'], { accountId: id })
    connect(
      id,
      answer.ok ? { kind: 'good', balance: answer.value } : { kind: 'bad', sentence: answer.sentence },
    )
  }

  return {
    accounts,
    connections,
    form,
    whyKey,
    issues,
    problem,
    recognition,
    add: () => open(blankFields()),
    edit: ({ id, kind, name, baseUrl }) => open({ id, kind, name, baseUrl, key: '' }),
    change: fields => {
      if (form.value === undefined) return
      form.value = { ...form.value, ...fields }
      if (Object.keys(issues.value).length > 0) issues.value = findIssues(form.value)
    },
    cancel: () => open(undefined),
    save: async () => {
      const fields = form.value
      if (fields === undefined) return
      issues.value = findIssues(fields)
      if (Object.keys(issues.value).length > 0) return
      const permission = askPermission(fields.baseUrl)
      const { key, ...rest } = fields
      const answer = await request(accountSettingsMessages['save-account'], {
        ...rest,
        key: key.trim() === '' ? null : key,
      })
      if (!answer.ok) {
        problem.value = answer.sentence
        return
      }
      accounts.value = await accountsItem.get()
      open(undefined)
      await readBalance(answer.value.id, await permission)
    },
    recognize: async () => {
      const fields = form.value
      if (fields === undefined) return
      const { baseUrl, key } = findIssues(fields)
      issues.value = { ...(baseUrl && { baseUrl }), ...(key && { key }) }
      if (Object.keys(issues.value).length > 0) return
      recognition.value = { kind: 'asking' }
      if (!(await askPermission(fields.baseUrl))) {
        recognition.value = { kind: 'failed', sentence: texts.askedNobody() }
        return
      }
      const answer = await request(accountSettingsMessages['recognize-upstream'], {
        baseUrl: fields.baseUrl,
        key: fields.key,
      })
      // The address was changed in the meantime.
      if (form.value?.baseUrl !== fields.baseUrl) return
      recognition.value = answer.ok ? answer.value : { kind: 'failed', sentence: answer.sentence }
      if (answer.ok && answer.value.kind === 'found') {
        const { upstream, baseUrl: found } = answer.value
        form.value = { ...form.value, kind: upstream, baseUrl: found }
      }
    },
    test: async ({ id, baseUrl }) => readBalance(id, await askPermission(baseUrl)),
    remove: async ({ id }) => {
      const answer = await request(accountSettingsMessages['remove-account'], { accountId: id })
      if (!answer.ok) return connect(id, { kind: 'kept', sentence: answer.sentence })
      accounts.value = await accountsItem.get()
      if (form.value?.id === id) open(undefined)
    },
  }
}

function blankFields(): AccountFields {
  return { id: null, kind: 'qqtube', name: '', baseUrl: upstreamKinds.qqtube.baseUrl, key: '' }
}

function issuesOf({ id, name, baseUrl, key }: AccountFields, isOtherOrigin: boolean): FieldIssues {
  const base = parseBaseUrl(baseUrl)
  return {
    ...(name.trim() === '' ? { name: texts.missingName() } : {}),
    ...(base.ok ? {} : { baseUrl: base.sentence }),
    ...((id === null || isOtherOrigin) && key.trim() === '' ? { key: texts.missingKey() } : {}),
  }
}

/** Asks for access to the account's own origin alone. Nothing may be awaited between the click and this. */
async function askPermission(baseUrl: string): Promise<boolean> {
  const base = parseBaseUrl(baseUrl)
  return base.ok && (await chrome.permissions.request({ origins: [base.originPattern] }))
}
