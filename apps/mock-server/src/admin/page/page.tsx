import '@orderwright/design/tokens.css'
import './page.css'
import { useSignal } from '@preact/signals'
import { type JSX, render } from 'preact'
import { useRef } from 'preact/hooks'
import type { OrderView } from '../handle/order-view.ts'
import { Accounts } from './accounts.tsx'
import { type Api, createApi } from './api.ts'
import { Clock } from './clock.tsx'
import { Faults } from './faults.tsx'
import icon from './icon.svg'
import { Log } from './log.tsx'
import { OrderDialog } from './order-dialog.tsx'
import { Orders } from './orders.tsx'
import { type Connection, createPageModel, type PageModel } from './page-model.ts'

const connectionTones: Readonly<Record<Connection, string>> = {
  waiting: 'plain',
  live: 'good',
  lost: 'bad',
  locked: 'bad',
}

interface Props {
  readonly api: Api
  readonly model: PageModel
}

const connectionTexts: Readonly<Record<Connection, string>> = {
  waiting: 'Connecting…',
  live: 'live',
  lost: 'The server does not answer.',
  locked: 'locked',
}

function Page({ api, model }: Props): JSX.Element {
  const scripted = useSignal<OrderView | undefined>(undefined)
  const reset = useRef<HTMLDialogElement>(null)
  const connection = model.connection.value
  const { clock, orders, isCut, accounts, faultKinds, faults } = model.shown.value
  const { act, log, shownError } = model
  return (
    <>
      <a class="visually-hidden" href="#orders-title">
        Skip to the orders
      </a>
      <header class="row bar">
        <div class="row">
          <img src={icon} alt="" width={28} height={28} />
          <h1>Orderwright mock</h1>
          <p
            id="connection"
            class="row muted connection"
            role="status"
            data-state={connection}
            data-tone={connectionTones[connection]}
          >
            {connectionTexts[connection]}
          </p>
        </div>
        <Clock api={api} reading={clock} act={act} onReset={() => reset.current?.showModal()} />
      </header>
      <p id="error" class="error" role="alert" hidden={shownError.value === undefined}>
        {shownError}
      </p>
      <main>
        <TokenForm isHidden={connection !== 'locked'} api={api} model={model} />
        <div id="content" hidden={connection === 'locked'}>
          <div class="column">
            <Orders
              orders={orders}
              isCut={isCut}
              onScript={order => {
                scripted.value = order
              }}
            />
            <Log log={log} onClear={() => act(() => api.send('DELETE', '/request-log'))} />
          </div>
          <div class="column">
            <Accounts accounts={accounts} />
            <Faults api={api} kinds={faultKinds} plans={faults} act={act} />
          </div>
        </div>
      </main>
      <footer class="muted empty">
        <p>
          Nothing is delivered to anyone, and nothing leaves this machine. Everything here can be asked for
          over HTTP: <a href="openapi/control.json">control</a>, <a href="openapi/qqtube.json">QQTube v1</a>{' '}
          and <a href="openapi/panel.json">panel v2</a> in OpenAPI 3.1.
        </p>
      </footer>
      <OrderDialog
        api={api}
        order={scripted.value}
        onChanged={() => void model.refresh()}
        onClosed={() => {
          scripted.value = undefined
        }}
      />
      <dialog
        id="reset-dialog"
        ref={reset}
        aria-labelledby="reset-title"
        onClose={({ currentTarget }) => {
          if (currentTarget.returnValue === 'reset') act(() => api.send('POST', '/reset'))
          currentTarget.returnValue = ''
        }}
      >
        <form method="dialog">
          <h2 id="reset-title">Back to the start?</h2>
          <p>
            All orders, refills, faults and requests are forgotten; clock, accounts, catalogues and fixture
            are as they were.
          </p>
          <div class="row actions">
            <button type="submit" value="cancel" class="button">
              Keep them
            </button>
            <button type="submit" value="reset" class="button danger">
              Reset
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}

function TokenForm({ isHidden, api, model }: Props & { readonly isHidden: boolean }): JSX.Element {
  const token = useRef<HTMLInputElement>(null)
  return (
    <form
      id="token-form"
      class="card token"
      hidden={isHidden}
      onSubmit={event => {
        event.preventDefault()
        api.useToken(token.current?.value.trim() ?? '')
        void model.refresh()
      }}
    >
      <h2>This server asks for its token</h2>
      <p>The command printed it when the server began to listen. It stays in this tab.</p>
      <label class="field">
        <span>Token</span>
        <input id="token" ref={token} type="password" autocomplete="off" required />
      </label>
      <button type="submit" class="button strong">
        Continue
      </button>
    </form>
  )
}

const everyMs = 1000
const pageApi = createApi()
const pageModel = createPageModel(pageApi)

const linkedToken = /^#token=(.+)$/.exec(location.hash)?.[1]
if (linkedToken !== undefined) {
  pageApi.useToken(decodeURIComponent(linkedToken))
  // It would stand in the address for whoever looks at the screen.
  history.replaceState(null, '', location.pathname)
}

function tick(): void {
  const wait = document.visibilityState === 'visible' ? pageModel.refresh() : Promise.resolve()
  void wait.then(() => setTimeout(tick, everyMs))
}

const root = document.getElementById('page')
if (root !== null) render(<Page api={pageApi} model={pageModel} />, root)
tick()
