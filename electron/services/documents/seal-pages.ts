import { randomBytes } from 'node:crypto'
import { macOf, seal } from '../../crypto.ts'
import type { VaultKeys } from '../../workplace.ts'
import type { MadePages } from './made-pages.ts'

/** A page as it is stored: encrypted under a key of its own, which the vault key wraps. */
export type SealedPage = {
  readonly size: number
  /** Of the file that was handed in, for the first page: knows a file that is sent twice. */
  readonly mac: Buffer
  /** Of the page as it was drawn: knows the same page of another document. */
  readonly pageMac: Buffer
  readonly wrappedKey: Buffer
  readonly content: Buffer
}

/** `recognised` are the bytes by which a repeated upload is known. */
function sealPage(jpeg: Uint8Array, recognised: Uint8Array, key: Buffer, vault: VaultKeys): SealedPage {
  return {
    size: jpeg.byteLength,
    mac: macOf(recognised, vault.hashKey),
    pageMac: macOf(jpeg, vault.hashKey),
    wrappedKey: seal(key, vault.key),
    content: seal(jpeg, key),
  }
}

/**
 * Encrypts the pages of a document, and what was read of them under the key of the first one. The first page is recognised by the file that
 * was handed in, which itself is not kept.
 */
export function sealPages({ jpegs, readings }: MadePages, file: Uint8Array, vault: VaultKeys) {
  const [first, ...further] = jpegs
  if (first === undefined) throw new Error('A document without a page')
  const key = randomBytes(32)
  return {
    first: sealPage(first, file, key, vault),
    further: further.map((jpeg) => sealPage(jpeg, jpeg, randomBytes(32), vault)),
    reading: readings.length === 0 ? null : seal(Buffer.from(JSON.stringify(readings)), key),
  }
}
