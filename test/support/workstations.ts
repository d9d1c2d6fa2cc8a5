import { createHash, randomFillSync, randomUUID } from 'node:crypto'
import { escapeIdentifier } from 'pg'
import { type Connection, urlOf } from '../../electron/db/connection.ts'
import { withClient } from '../../electron/db/admin.ts'
import { makeCode, readCode } from '../../shared/rules/enrolment-code.ts'
import type { TestDatabase } from './database.ts'
import { approveAs } from './approvals.ts'
import type { TestBranch } from './branch.ts'
import { otherBranch } from './other-branch.ts'
import { only } from './queries.ts'
import type { TestWorkplace } from './workplace.ts'

export const newCode = () => makeCode((bytes) => randomFillSync(bytes))

export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(readCode(code) ?? '')
    .digest('hex')

/** A code for a computer that an administrator proposed, and that nobody has approved yet. */
export async function proposedCode(workplace: TestWorkplace, computer: string, hours = 8) {
  const code = newCode()
  const key = randomUUID()
  await workplace.as('admin').call('workstations.proposeCode', { key, computer, hours, code })
  return { code, key }
}

/** A code for a computer that two people agreed. */
export async function agreedCode(workplace: TestWorkplace, computer: string, hours = 8) {
  const made = await proposedCode(workplace, computer, hours)
  await approveAs(workplace, 'supervisor', made.key)
  return made
}

/** The address of the server as it is typed, without a login. */
export function typedAddress(connection: Connection): string {
  const url = new URL(urlOf(connection))
  url.username = ''
  url.password = ''
  return url.href
}

/** Roles belong to the cluster: those that codes made in this database go with it. */
export async function dropEnrolled({ superuser, admin }: TestDatabase): Promise<void> {
  const { rows } = await superuser.query<{ login: string }>('SELECT login FROM workstations')
  await withClient(admin, async (client) => {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY ($1)`, [
      rows.map(({ login }) => login),
    ])
    for (const { login } of rows) await client.query(`DROP ROLE IF EXISTS ${escapeIdentifier(login)}`)
  })
}

/** Does something while a workstation is enrolled at another branch; afterwards it is at the tests' own. */
export async function atOtherBranch<T>(branch: TestBranch, work: () => Promise<T>, n: 1 | 2 = 1): Promise<T> {
  const { database } = branch
  const belongsTo = (id: string) =>
    database.superuser.query(
      `INSERT INTO workstations (login, computer, branch_id) VALUES ($1, $1, $2)
       ON CONFLICT (login) DO UPDATE SET branch_id = excluded.branch_id`,
      [database.workstation(n).user, id],
    )
  await belongsTo(await otherBranch(database))
  try {
    return await work()
  } finally {
    await belongsTo(branch.id)
  }
}

/** A row of a workstation, without a login in the server. */
export async function insertWorkstation(
  { id, database }: TestBranch,
  login: string,
  computer: string,
  branchId: string = id,
): Promise<string> {
  const { rows } = await database.superuser.query<{ id: string }>(
    `INSERT INTO workstations (login, computer, branch_id) VALUES ($1, $2, $3)
     ON CONFLICT (login) DO UPDATE SET computer = excluded.computer, branch_id = excluded.branch_id RETURNING id`,
    [login, computer, branchId],
  )
  return only(rows).id
}
