import { ReadableStream as NodeStream } from 'node:stream/web'

/**
 * Parts as a stream of the web's kind, for libraries that want one. Not `Readable.toWeb`: where a reader stops while a part is on its way, that
 * throws past every caller (nodejs/node 64529), and a restore on a full disk ended with an error that nobody expects.
 */
export const webStream = (parts: AsyncIterable<Uint8Array>) =>
  NodeStream.from(parts) as ReadableStream<Uint8Array<ArrayBuffer>>
