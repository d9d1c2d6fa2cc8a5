import { sql } from 'kysely'
import { ok } from '../../../shared/result.ts'
import type { UseCase } from '../../workplace.ts'

type Row = {
  workstation: string
  since: string
  used_at: string | null
  ended_at: string | null
}

/** Where and when the caller was signed in, the newest first. */
export const listOwn: UseCase<'sessions', 'listOwn'> = async (_, { db }) => {
  const { rows } = await sql<Row>`SELECT * FROM own_sessions()`.execute(db)
  return ok({
    sessions: rows.map(({ workstation, since, used_at: usedAt, ended_at: endedAt }) => ({
      workstation,
      since,
      usedAt,
      endedAt,
    })),
  })
}
