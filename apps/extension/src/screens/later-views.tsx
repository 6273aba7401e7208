import { signal } from '@preact/signals'
import type { JSX } from 'preact'

type View<Props> = (props: Props) => JSX.Element

const loads: (() => Promise<void>)[] = []

/** Returns a view whose scripts are not loaded until it is shown, or {@link loadViews} is called: the form opens without them. */
function laterView<Props extends object>(
  load: () => Promise<View<Props>>,
  meanwhile: JSX.Element = <main class="popup-scroll" aria-busy="true" />,
): View<Props> {
  const loaded = signal<View<Props> | undefined>(undefined)
  const start = async (): Promise<void> => {
    loaded.value ??= await load()
  }
  loads.push(start)
  return props => {
    const Loaded = loaded.value
    if (Loaded !== undefined) return <Loaded {...props} />
    void start()
    return meanwhile
  }
}

/** Loads what is not shown yet, so that it is there at the click that wants it. */
export async function loadViews(): Promise<void> {
  for (const load of loads) await load()
}

export const ReviewView: typeof import('../checkout/ui/review-view.tsx').ReviewView = laterView(
  async () => (await import('../checkout/ui/review-view.tsx')).ReviewView,
)

export const OutcomeView: typeof import('../checkout/ui/outcome-view.tsx').OutcomeView = laterView(
  async () => (await import('../checkout/ui/outcome-view.tsx')).OutcomeView,
)

export const UnseenOutcomeNotice: typeof import('../checkout/ui/unseen-outcome-notice.tsx').UnseenOutcomeNotice =
  laterView(async () => (await import('../checkout/ui/unseen-outcome-notice.tsx')).UnseenOutcomeNotice)

export const OrdersView: typeof import('../orders/ui/orders-view.tsx').OrdersView = laterView(
  async () => (await import('../orders/ui/orders-view.tsx')).OrdersView,
)

export const PriceBreakdown: typeof import('../order-form/ui/price-breakdown.tsx').PriceBreakdown = laterView(
  async () => (await import('../order-form/ui/price-breakdown.tsx')).PriceBreakdown,
  <p aria-busy="true" />,
)

export const UnlockForm: typeof import('../keys/ui/unlock-form.tsx').UnlockForm = laterView(
  async () => (await import('../keys/ui/unlock-form.tsx')).UnlockForm,
  <form aria-busy="true" />,
)
