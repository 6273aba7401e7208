/** An amount in plain notation with its currency, where that is known. */
export function describeMoney(amount: string, currency: string | undefined): string {
  return currency === undefined ? amount : `${amount} ${currency}`
}
