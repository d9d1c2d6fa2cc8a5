import { type Kysely, sql } from 'kysely'
import type { Role } from '../../../shared/contract/define.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { ok } from '../../../shared/result.ts'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import type { DB } from '../../db/tables.ts'
import type { UseCase } from '../../workplace.ts'

/** A row of list_users(). */
type Row = {
  id: string
  username: string
  full_name: string
  email: string
  role: UserRow['role']
  status: UserRow['status']
  must_change_password: boolean
  created_at: string
  branch_name: string
  own_branch: boolean
  signed_in_at: string | null
  signed_in_where: string | null
  locked_until: string | null
  locked_where: string | null
  has_code: boolean
  session_since: string | null
  session_used_at: string | null
  home_branch: string | null
  assigned_until: string | null
  codes_locked_until: string | null
}

/** The staff, with the last sign-in of each and where the sign-in is locked; who the branch's second person with power was, which roles need a second factor, and the branches of the bank. */
export const listUsers: UseCase<'users', 'list'> = async (_, { db, user }) => {
  const { rows } = await sql<Row>`SELECT * FROM list_users()`.execute(db)
  const branch = await sql<{
    second: string | null
  }>`SELECT second_person AS second FROM branches WHERE id = (SELECT current_branch_id())`.execute(db)
  const needed = await sql<{ role: Role }>`SELECT code_roles() AS role`.execute(db)
  const branches = await workingBranches(db)
  const codeRoles = needed.rows.map(({ role }) => role)
  const secondPerson = branch.rows[0]?.second ?? null
  const others = rows.some(({ id, role }) => hasPower(role) && id !== user.id && id !== secondPerson)
  return ok({ users: rows.map(userOf), secondPerson, others, codeRoles, branches })
}

const workingBranches = (db: Kysely<DB>) =>
  db.selectFrom('branches').where('closed_at', 'is', null).select(['id', 'name']).orderBy('name').execute()

const userOf = (row: Row): UserRow => ({
  id: row.id,
  username: row.username,
  fullName: row.full_name,
  email: row.email,
  role: row.role,
  status: row.status,
  mustChangePassword: row.must_change_password,
  createdAt: row.created_at,
  branchName: row.branch_name,
  ownBranch: row.own_branch,
  hasCode: row.has_code,
  assigned:
    row.assigned_until === null ? null : { homeBranch: row.home_branch ?? '', until: row.assigned_until },
  codesLockedUntil: row.codes_locked_until,
  session: row.session_since === null ? null : { since: row.session_since, usedAt: row.session_used_at },
  lastSignIn:
    row.signed_in_at === null ? null : { at: row.signed_in_at, workstation: row.signed_in_where ?? '' },
  locked: row.locked_until === null ? null : { until: row.locked_until, workstation: row.locked_where ?? '' },
})
