import type { DatabaseView } from '../../../shared/contract/database.ts'
import { fail, type Failure } from '../../../shared/result.ts'
import { addressOf } from '../../db/connection.ts'
import type { DatabaseFault } from '../../db/fault.ts'
import { targetOf } from '../../db/open-database.ts'
import type { Workplace } from '../../workplace.ts'

export async function viewOfDatabase(workplace: Workplace): Promise<DatabaseView> {
  const { database, fault, options } = workplace
  const target = await targetOf(options)
  const server = database?.kind === 'server' ? database.connection : target.ok ? target.value : null
  return {
    kind: server === null ? 'embedded' : 'server',
    address: server === null ? options.dataFolder : addressOf(server),
    serverVersion: database?.serverVersion ?? null,
    fault: fault?.code ?? null,
    faultDetails: { ...fault?.details },
  }
}

/** Tells the settings screen which fault of the database it was, by its own code among the details. */
export const connectionRefused = ({ code, details }: DatabaseFault): Failure<'CONNECTION_REFUSED'> =>
  fail('CONNECTION_REFUSED', { ...details, fault: code })

/** While somebody is signed in, only an administrator may turn the workstation to another database, and not through a lock. */
export const mayChangeDatabase = ({ session, locked }: Workplace): boolean =>
  session === null || (session.user.role === 'ADMIN' && !locked)
