import type { OrderView } from '../../handle/order-view.ts'
import { type Api, RefusedError } from './api.ts'
import { part, setText } from './element.ts'

/** Opens the dialog in which an order is sent another way; `done` follows each change. */
export function createScriptDialog(api: Api, done: () => void): (order: OrderView) => void {
  const dialog = part('script', HTMLDialogElement)
  const title = part('script-title', HTMLHeadingElement)
  const facts = part('script-facts', HTMLParagraphElement)
  const life = part('script-life', HTMLInputElement)
  const trouble = part('script-trouble', HTMLParagraphElement)
  let orderId = ''

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
      dialog.close()
      done()
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      setText(trouble, error.message)
      trouble.hidden = false
    }
  }
  const setLife = (text: string): Promise<void> =>
    attempt(() => api.send('PUT', `/orders/${orderId}/life`, { life: text }))

  part('script-form', HTMLFormElement).addEventListener('submit', event => {
    event.preventDefault()
    void setLife(life.value.trim())
  })
  part('script-close', HTMLButtonElement).addEventListener('click', () => dialog.close())
  part('script-refund', HTMLButtonElement).addEventListener('click', () => {
    void attempt(() => api.send('POST', `/orders/${orderId}/refund`, {}))
  })
  for (const button of dialog.querySelectorAll<HTMLElement>('[data-life]')) {
    button.addEventListener('click', () => void setLife(button.dataset.life ?? ''))
  }

  return order => {
    orderId = order.id
    setText(title, `Order ${order.id}`)
    setText(facts, `Service ${order.serviceId} of ${order.account}, ${order.state.replace('_', ' ')}`)
    life.value = order.life
    trouble.hidden = true
    dialog.showModal()
    life.select()
  }
}
