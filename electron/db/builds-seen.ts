import type { Client } from 'pg'
import { codeOf } from './fault.ts'

/** A build of the application, and how many workstations opened the database with it. */
export type BuildSeen = { readonly build: string; readonly workstations: number; readonly seen: string }

/** Which builds were here in the last fourteen days. None of a database that does not note it yet. The client is a superuser's. */
export async function buildsSeen(client: Client): Promise<BuildSeen[]> {
  try {
    const { rows } = await client.query<BuildSeen>(
      `SELECT build, count(*)::int AS workstations, to_char(max(seen_at), 'YYYY-MM-DD HH24:MI') AS seen
       FROM corex.workstation_visits WHERE seen_at > now() - interval '14 days' GROUP BY build ORDER BY max(seen_at) DESC`,
    )
    return rows
  } catch (error) {
    if (codeOf(error) === '42P01') return []
    throw error
  }
}
