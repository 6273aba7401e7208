import type { OrderView } from '../../handle/order-view.ts'
import type { AccountView } from '../../routes/accounts.ts'
import type { ClockState } from '../../routes/clock.ts'
import type { ActiveFault, FaultKind } from '../../routes/faults.ts'
import { createAccountsView } from './accounts-view.ts'
import { createApi, RefusedError } from './api.ts'
import { createClockView } from './clock-view.ts'
import { part, setText } from './element.ts'
import { createFaultsView } from './faults-view.ts'
import { followJournal } from './follow-journal.ts'
import { createLogView } from './log-view.ts'
import { createOrdersView } from './orders-view.ts'
import { createScriptDialog } from './script-dialog.ts'

const everyMs = 1000
const mostOrders = 100

const api = createApi()
const connection = part('connection', HTMLParagraphElement)
const trouble = part('trouble', HTMLParagraphElement)
const tokenForm = part('token-form', HTMLFormElement)
const content = part('content', HTMLElement)

const clockView = createClockView(api, act)
const showOrders = createOrdersView(createScriptDialog(api, () => void refresh()))
const showAccounts = createAccountsView()
const logView = createLogView(() => act(() => api.send('DELETE', '/journal')))
const news = followJournal(api, 200)
let showFaults: ((plans: readonly ActiveFault[]) => void) | undefined
let isAsking = false

async function refresh(): Promise<void> {
  if (isAsking) return
  isAsking = true
  try {
    showFaults ??= createFaultsView(api, await api.get<readonly FaultKind[]>('/fault-kinds'), act)
    const [clock, orders, accounts, faults, { isNew, entries }] = await Promise.all([
      api.get<ClockState>('/clock'),
      api.get<readonly OrderView[]>(`/orders?limit=${mostOrders}`),
      api.get<readonly AccountView[]>('/accounts'),
      api.get<readonly ActiveFault[]>('/faults'),
      news(),
    ])
    clockView.show(clock)
    showOrders(orders, orders.length === mostOrders)
    showAccounts(accounts)
    showFaults(faults)
    if (isNew) logView.clear()
    logView.add(entries)
    showConnection('live')
  } catch (error) {
    showConnection(error instanceof RefusedError && error.status === 401 ? 'locked' : 'lost')
  } finally {
    isAsking = false
  }
}

const words = { live: 'live', lost: 'The server does not answer.', locked: 'locked' } as const

function showConnection(state: keyof typeof words): void {
  connection.dataset.state = state
  setText(connection, words[state])
  tokenForm.hidden = state !== 'locked'
  content.hidden = state === 'locked'
}

/** Does what a person asked for, says where it was refused, and shows what has become of it. */
function act(work: () => Promise<void>): void {
  trouble.hidden = true
  work()
    .catch((error: unknown) => {
      setText(trouble, error instanceof Error ? error.message : 'That did not work.')
      trouble.hidden = false
    })
    .then(refresh)
}

function tick(): void {
  const wait = document.visibilityState === 'visible' ? refresh() : Promise.resolve()
  void wait.then(() => setTimeout(tick, everyMs))
}

tokenForm.addEventListener('submit', event => {
  event.preventDefault()
  api.useToken(part('token', HTMLInputElement).value.trim())
  void refresh()
})

const resetDialog = part('reset-dialog', HTMLDialogElement)
part('reset', HTMLButtonElement).addEventListener('click', () => {
  resetDialog.returnValue = ''
  resetDialog.showModal()
})
resetDialog.addEventListener('close', () => {
  if (resetDialog.returnValue === 'reset') act(() => api.send('POST', '/reset'))
})

const token = /^#token=(.+)$/.exec(location.hash)?.[1]
if (token !== undefined) {
  api.useToken(decodeURIComponent(token))
  // It would stand in the address for whoever looks at the screen.
  history.replaceState(null, '', location.pathname)
}
tick()
