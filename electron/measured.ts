import { createHash } from 'node:crypto'

/** A file as it was written: what it is compared with when it is read. */
export type Written = { readonly bytes: number; readonly sha256: string }

/** A step of a pipeline that changes nothing, and knows size and SHA-256 of what went through it. */
export function measuring() {
  const hash = createHash('sha256')
  let bytes = 0
  async function* through(parts: AsyncIterable<Uint8Array>) {
    for await (const part of parts) {
      hash.update(part)
      bytes += part.length
      yield part
    }
  }
  /** Once everything went through. */
  const written = (): Written => ({ bytes, sha256: hash.digest('hex') })
  return { through, written }
}
