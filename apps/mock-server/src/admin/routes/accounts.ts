import * as v from 'valibot'
import { amountSchema, nameSchema, upstreamSchema } from '../../schema/leaf-schemas.ts'
import type { Account } from '../../simulator/accounts.ts'
import { newAccountSchema } from '../../simulator/accounts.ts'
import type { MockControl } from '../handle/mock-control.ts'
import { AdminError, type AdminRoute, adminRoute } from './route.ts'

/** An account without its key, which is told to nobody. */
export type AccountView = Omit<Account, 'key'>

export const accountSchema: v.GenericSchema<AccountView> = v.strictObject({
  name: nameSchema,
  upstream: upstreamSchema,
  funds: amountSchema,
  currency: v.string(),
})

function viewOf({ name, upstream, funds, currency }: Account): AccountView {
  return { name, upstream, funds, currency }
}

function named(control: MockControl, name: string): Account {
  const account = control.accounts.list().find(candidate => candidate.name === name)
  if (account === undefined) throw new AdminError(404, `There is no account '${name}' on this server.`)
  return account
}

const byName = v.strictObject({ name: nameSchema })

export const accountRoutes: readonly AdminRoute[] = [
  adminRoute('GET', '/accounts', {
    operationId: 'listAccounts',
    summary: 'List the accounts, without their keys',
    answer: v.pipe(v.array(accountSchema), v.readonly()),
    run: ({ control }) => control.accounts.list().map(viewOf),
  }),
  adminRoute('POST', '/accounts', {
    operationId: 'addAccount',
    summary: 'Add an account',
    body: newAccountSchema,
    answer: accountSchema,
    errorStatuses: [422],
    run({ control, body }) {
      control.accounts.add(body)
      const added = control.accounts.list().find(({ key }) => key === body.key)
      if (added === undefined) throw new AdminError(422, 'The account was not added.')
      return viewOf(added)
    },
  }),
  adminRoute('GET', '/accounts/{name}', {
    operationId: 'getAccount',
    summary: 'Read one account, its balance exact',
    params: byName,
    answer: accountSchema,
    errorStatuses: [404],
    run: ({ control, params: { name } }) => viewOf(named(control, name)),
  }),
  adminRoute('PUT', '/accounts/{name}/funds', {
    operationId: 'setFunds',
    summary: 'Set the balance of an account',
    params: byName,
    body: v.strictObject({ funds: amountSchema }),
    answer: accountSchema,
    errorStatuses: [404],
    run({ control, params: { name }, body: { funds } }) {
      control.accounts.setFunds(named(control, name).key, funds)
      return viewOf(named(control, name))
    },
  }),
]
