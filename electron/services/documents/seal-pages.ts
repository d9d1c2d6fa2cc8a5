import { randomBytes } from 'node:crypto'
import { macOf, seal } from '../../crypto.ts'
import type { MadePages } from './made-pages.ts'

/** A page as it is stored: encrypted under a key of its own, which the document key wraps. */
export type SealedPage = {
  readonly size: number
  readonly mac: Buffer
  readonly wrappedKey: Buffer
  readonly content: Buffer
}

/** `recognised` are the bytes by which a repeated upload is known. */
function sealPage(jpeg: Uint8Array, recognised: Uint8Array, key: Buffer, documentKey: Buffer): SealedPage {
  return {
    size: jpeg.byteLength,
    mac: macOf(recognised, documentKey),
    wrappedKey: seal(key, documentKey),
    content: seal(jpeg, key),
  }
}

/**
 * Encrypts the pages of a document, and what was read of them under the key of the first one. The first page is recognised by the file that
 * was handed in, which itself is not kept.
 */
export function sealPages({ jpegs, readings }: MadePages, file: Uint8Array, documentKey: Buffer) {
  const [first, ...further] = jpegs
  if (first === undefined) throw new Error('A document without a page')
  const key = randomBytes(32)
  return {
    first: sealPage(first, file, key, documentKey),
    further: further.map((jpeg) => sealPage(jpeg, jpeg, randomBytes(32), documentKey)),
    reading: readings.length === 0 ? null : seal(Buffer.from(JSON.stringify(readings)), key),
  }
}
