import type { PreparedOrder } from '@orderwright/core'

/** Of the form that QQTube gives out, with characters that URLs and forms write differently. */
export const apiKey = '172a1c261d1d8/916d9e+321153d&416acab98fc'

export const order: PreparedOrder = {
  serviceId: '3',
  target: 'https://www.youtube.com/watch?v=jofNR_WkoCE',
  quantity: '1000',
  drip: false,
  params: {},
}
