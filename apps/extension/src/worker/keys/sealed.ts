import * as v from 'valibot'
import { type Bytes, fromBase64, toBase64 } from './base64.ts'

/** A text under AES-GCM-256. */
export interface Sealed {
  /** 96 random bits, base64; new for each sealing. */
  readonly iv: string
  /** Ciphertext and tag, base64. */
  readonly data: string
}

const base64 = v.pipe(v.string(), v.base64())

export const sealedSchema: v.GenericSchema<unknown, Sealed> = v.object({ iv: base64, data: base64 })

/** Seals a text under a label, so that what is sealed for one account cannot be passed off as another's. */
export async function seal(sealingKey: Bytes, label: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await crypto.subtle.importKey('raw', sealingKey, 'AES-GCM', false, ['encrypt'])
  const data = await crypto.subtle.encrypt(parameters(iv, label), key, new TextEncoder().encode(text))
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
}

/** The text, or `undefined` where it was not sealed with this key under this label. */
export async function unseal(
  sealingKey: Bytes,
  label: string,
  { iv, data }: Sealed,
): Promise<string | undefined> {
  const key = await crypto.subtle.importKey('raw', sealingKey, 'AES-GCM', false, ['decrypt'])
  try {
    const text = await crypto.subtle.decrypt(parameters(fromBase64(iv), label), key, fromBase64(data))
    return new TextDecoder().decode(text)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  }
}

function parameters(iv: Bytes, label: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) }
}
