import type { Client } from 'pg'
import { CopyStream } from '../backup/replication.ts'

const MOST_WAITING = 1024 * 1024

/** The rows of a query as COPY writes them, each once given to `onRow`, in parts as the reader takes them: the server waits for a slow disk. */
export async function* copiedRows(
  client: Client,
  query: string,
  onRow: (row: Buffer) => void,
): AsyncGenerator<Buffer> {
  const { stream } = client.connection
  let waiting: Buffer[] = []
  let bytes = 0
  let news = Promise.withResolvers<void>()
  const copy = new CopyStream(`COPY (${query}) TO STDOUT`, (row) => {
    onRow(row)
    waiting.push(row)
    bytes += row.length
    if (bytes > MOST_WAITING) stream.pause()
    news.resolve()
  })
  const state = { over: false }
  const ended = copy.ended.finally(() => {
    state.over = true
    news.resolve()
  })
  ended.catch(() => {})
  client.query(copy)
  try {
    for (;;) {
      if (waiting.length > 0) {
        const part = Buffer.concat(waiting)
        waiting = []
        bytes = 0
        stream.resume()
        yield part
      } else if (state.over) break
      else {
        await news.promise
        news = Promise.withResolvers<void>()
      }
    }
    await ended
  } finally {
    stream.resume()
  }
}
