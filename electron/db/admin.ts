import { Client, type ClientConfig } from 'pg'
import { clientConfig, type Connection } from './connection.ts'

/** Runs `work` on one connection of its own and closes it. Errors of the driver are thrown: see `attempt`. */
export async function withClient<T>(
  connection: Connection,
  work: (client: Client) => Promise<T>,
  config: ClientConfig = {},
): Promise<T> {
  const client = new Client({ ...clientConfig(connection), application_name: 'corex set-up', ...config })
  // A connection that breaks reports it here as well as to its query; without a listener it would end the program.
  client.on('error', () => {})
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
