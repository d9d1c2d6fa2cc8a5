import { withClient } from '../../electron/db/admin.ts'
import type { Connection } from '../../electron/db/connection.ts'
import { createDb, createPool } from '../../electron/db/pool.ts'
import { openNewCustomersAccount } from './accounts.ts'
import type { TestBranch } from './branch.ts'
import { approvedCustomer } from './customers.ts'
import { newDocument } from './documents.ts'
import { insertOldYears } from './old-years.ts'
import { post } from './posting-functions.ts'
import { ensureOpenTill } from './tills.ts'
import { PASSWORD } from './users.ts'
import { createWorkplace, giveKeys } from './workplace.ts'

/** What a branch left in a database that is about to be moved, by which it is known again. */
export type Left = {
  readonly account: string
  readonly till: string
  readonly document: string
  readonly pages: unknown
  readonly reference: string
}

/** A branch at work with years behind it: postings, a document that only the vault's key opens, and a month of the audit log in the archive. */
export async function leaveWork(branch: TestBranch): Promise<Left> {
  const { superuser } = branch.database
  const account = await openNewCustomersAccount(branch)
  await insertOldYears(superuser, {
    from: 2023,
    years: 1,
    postings: 120,
    daysAYear: 12,
    accounts: [account],
    branchId: branch.id,
    supervisor: branch.staff.supervisor.id,
  })
  await superuser.query(`SET search_path = corex, ext; SELECT seal_month('2023-02-01', 5000, NULL);
    SELECT move_audit_month(s, 'corex.audit_logs_archive', 'DETACHED', NULL) FROM archive_seals s WHERE s.period = '2023-02-01'`)
  const till = await ensureOpenTill(branch, branch.staff.teller, 0)
  const deposit = () => post(branch.pool('teller'), 'DEPOSIT', till, account, '12.34')
  await deposit()
  const { vaultKey, secret } = await giveKeys(branch.database)
  const workplace = createWorkplace(branch, vaultKey, secret)
  const document = newDocument(await approvedCustomer(branch))
  await workplace.as('teller').call('documents.upload', document)
  const { pages } = await workplace.as('supervisor').call('documents.readFile', { documentId: document.id })
  await deposit()
  await workplace.close()
  const { rows } = await superuser.query<{ reference: string }>(
    'SELECT transaction_id AS reference FROM corex.transactions ORDER BY created_at DESC LIMIT 1',
  )
  return { account, till, document: document.id, pages, reference: rows[0]?.reference ?? '' }
}

/** The same branch on another server to which its database was moved: everybody's sessions and logins are there too. */
export function movedTo(branch: TestBranch, admin: Connection): TestBranch & AsyncDisposable {
  const { database } = branch
  const pools: ReturnType<typeof createPool>[] = []
  const opened = (connection: Connection, token: string | null) => {
    const pool = createPool(connection, token)
    pools.push(pool)
    return pool
  }
  const { host, port, tls, database: name } = admin
  const workstation = (n: 1 | 2) => ({ ...database.workstation(n), host, port, tls, database: name })
  const pool = (token: string | null = null, n: 1 | 2 = 1) => opened(workstation(n), token)
  const drop = async () => void (await Promise.all(pools.map((each) => each.end())))
  const moved = {
    name,
    admin,
    superuser: opened(admin, null),
    workstation,
    pool,
    db: (token: string | null = null, n: 1 | 2 = 1) => createDb(pool(token, n)),
    endPools: drop,
    drop,
    [Symbol.asyncDispose]: drop,
  }
  const staffPool = (who: keyof TestBranch['staff']) => pool(branch.staff[who].token)
  return { ...branch, database: moved, pool: staffPool, [Symbol.asyncDispose]: drop }
}

/** People sign in with their passwords, open what was sealed, and the next posting goes on with the numbers. Answers what was found. */
export async function workOn(branch: TestBranch, left: Left) {
  const workplace = createWorkplace(branch)
  try {
    const signedIn = await workplace.call('sessions.signIn', { username: 'supervisor', password: PASSWORD })
    const { pages } = await workplace.call('documents.readFile', { documentId: left.document })
    await post(branch.pool('teller'), 'DEPOSIT', left.till, left.account, '1.00')
    const next = await withClient(branch.database.admin, (client) =>
      client.query<{ reference: string; early: boolean }>(
        `SELECT transaction_id AS reference,
           EXISTS (SELECT FROM corex.audit_logs a WHERE a.id <> t.id AND a.created_at < t.created_at - interval '1 second'
             AND a.xid::text::numeric >= (SELECT p.xid::text::numeric FROM corex.audit_logs p WHERE p.id = t.id)) AS early
         FROM corex.transactions t ORDER BY created_at DESC LIMIT 1`,
      ),
    )
    await workplace.call('sessions.signOut', {})
    return { stage: signedIn.stage, pages, next: next.rows[0] }
  } finally {
    await workplace.close()
  }
}
