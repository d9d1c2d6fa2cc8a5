import type { Client } from 'pg'
import { codeOf } from './fault.ts'

/** A statement whose text begins with its name in a comment is sent often. */
const NAMED = /^\/\* ([a-z_]+) \*\/ /

/** An upgrade has changed what the statement answers since the server read it. Nothing was done. */
const READ_ANEW = '0A000'

/** Lets the server read and plan statements that name themselves once a connection, and not each time they are sent. */
export function prepareNamed(client: Client): void {
  const query: unknown = Reflect.get(client, 'query')
  if (typeof query !== 'function') throw new Error('The driver has no query function')
  const ask = (text: unknown, values: unknown, ...others: unknown[]): unknown => {
    const plain = (): unknown => Reflect.apply(query, client, [text, values, ...others])
    const name = typeof text === 'string' ? NAMED.exec(text)?.[1] : undefined
    if (name === undefined) return plain()
    const asked: unknown = Reflect.apply(query, client, [{ name, text, values }, ...others])
    if (!(asked instanceof Promise)) return asked
    return asked.catch((error: unknown) => {
      if (codeOf(error) === READ_ANEW) return plain()
      throw error
    })
  }
  Reflect.set(client, 'query', ask)
}
