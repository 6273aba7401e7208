import * as v from 'valibot'
import { type Bytes, fromBase64, toBase64 } from './base64.ts'

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

/** 256 bits by PBKDF2 with SHA-256. The same passphrase typed on another keyboard gives the same key (NFKC). */
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
