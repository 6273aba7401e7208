import * as v from 'valibot'

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

/** Returns the text, or `undefined` if it was not sealed with this key under this label. */
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

/** OWASP's number for PBKDF2-HMAC-SHA-256. Less is not accepted from storage either. */
const iterations = 600_000

/** How a sealing key came from a passphrase. */
export interface Derivation {
  /** 128 random bits, base64; new for each passphrase. */
  readonly salt: string
  readonly iterations: number
}

export const derivationSchema: v.GenericSchema<unknown, Derivation> = v.object({
  salt: v.pipe(v.string(), v.base64()),
  // An upper bound, so that a record cannot keep the worker busy for minutes.
  iterations: v.pipe(v.number(), v.integer(), v.minValue(iterations), v.maxValue(10_000_000)),
})

export function newDerivation(): Derivation {
  return { salt: toBase64(crypto.getRandomValues(new Uint8Array(16))), iterations }
}

/**
 * Derives 256 bits by PBKDF2 with SHA-256. The same passphrase typed on another keyboard gives the same key (NFKC).
 */
export async function derive(passphrase: string, derivation: Derivation): Promise<Bytes> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: fromBase64(derivation.salt),
      iterations: derivation.iterations,
    },
    material,
    256,
  )
  return new Uint8Array(bits)
}
export type Bytes = Uint8Array<ArrayBuffer>

export function toBase64(bytes: Bytes): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}
