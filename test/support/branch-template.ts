import type { TestProject } from 'vitest/node'
import { inDatabase, withClient } from '../../electron/db/admin.ts'
import { setUpBranch } from './branch.ts'
import { checkPasswordsCheaply } from './cheap-passwords.ts'
import { createDatabaseIn } from './database-in.ts'

/** The template of the run, with the branch that most test files begin with. */
export const BRANCH_TEMPLATE = 'corex_branch_template'

/**
 * Makes the template of the databases that begin with a branch and its staff: to set that up in each of some hundred files takes an eighth of a
 * second of a core. Nobody has a session in it, and no workstation was there.
 */
export default async function setup(project: TestProject): Promise<void> {
  const { cluster } = project.getProvidedContext()
  const database = await createDatabaseIn(cluster)
  await checkPasswordsCheaply(database.superuser)
  await setUpBranch(database)
  await database.endPools()
  await withClient(inDatabase(cluster, 'postgres'), (client) =>
    client.query(`ALTER DATABASE ${database.name} RENAME TO ${BRANCH_TEMPLATE}`),
  )
  await database.drop() // what is left of it: its logins
}
