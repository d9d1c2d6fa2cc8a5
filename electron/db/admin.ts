import type { Client, ClientConfig } from 'pg'
import type { Connection } from './connection.ts'
import { clientFor } from './proven-client.ts'

/** Runs `work` on one connection of its own and closes it. Errors of the driver are thrown: see `attempt`. */
export async function withClient<T>(
  connection: Connection,
  work: (client: Client) => Promise<T>,
  config: ClientConfig = {},
): Promise<T> {
  const client = clientFor(connection, { application_name: 'corex set-up', ...config })
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The same server and login, another database. */
export const inDatabase = (connection: Connection, database: string): Connection => ({
  ...connection,
  database,
})
