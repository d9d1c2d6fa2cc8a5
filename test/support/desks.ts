import { randomUUID } from 'node:crypto'
import type { Role } from '../../shared/contract/define.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { enrolWorkstation } from '../../electron/db/enrol.ts'
import { only, type Queryable } from './queries.ts'
import { insertUser } from './users.ts'

/** A workstation with a login of its own, its teller, who has PASSWORD, and the till of both, not opened yet. */
export type Desk = {
  readonly login: Pick<Connection, 'user' | 'password'>
  readonly username: string
  readonly role: Role
  readonly tillId: string
}

/** So many desks of the one branch of a database. The superuser's schema is corex. */
export async function makeDesks(
  superuser: Queryable,
  admin: Connection,
  count: number,
  role: Role = 'TELLER',
): Promise<Desk[]> {
  const { rows } = await superuser.query<{ id: string }>('SELECT id FROM branches')
  const desks: Desk[] = []
  for (let n = 0; n < count; n++) desks.push(await makeDesk(superuser, admin, only(rows).id, role))
  return desks
}

async function makeDesk(
  superuser: Queryable,
  admin: Connection,
  branchId: string,
  role: Role,
): Promise<Desk> {
  const { username } = await insertUser(superuser, branchId, { role })
  const tillId = randomUUID()
  await superuser.query('SELECT make_till($1, $2, $3)', [tillId, branchId, username])
  return { login: await enrolWorkstation(admin, username), username, role, tillId }
}
