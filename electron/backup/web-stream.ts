/**
 * Parts as a stream of the web's kind, for libraries that want one. Not `Readable.toWeb`: where a reader stops while a part is on its way, that
 * throws past every caller (nodejs/node 64529), and a restore on a full disk ended with an error that nobody expects.
 */
export function webStream(parts: AsyncIterable<Uint8Array>) {
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const { done, value } = await iterator.next()
        if (done === true) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
      cancel: async () => void (await iterator.return?.()),
    },
    { highWaterMark: 0 },
  )
}
