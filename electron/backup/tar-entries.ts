import { createTarDecoder } from 'modern-tar'
import { webStream } from './web-stream.ts'

/** The entries of a tar, each with its parts; a reader may stop at any of them. */
export const tarEntries = (parts: AsyncIterable<Uint8Array>) =>
  webStream(parts).pipeThrough(createTarDecoder())
