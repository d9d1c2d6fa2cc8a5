import type { DatabaseView } from '../../../shared/contract/database.ts'
import { fail } from '../../../shared/errors.ts'
import { type Failure, ok } from '../../../shared/result.ts'
import { addressOf } from '../../db/connection.ts'
import type { DatabaseFault } from '../../db/fault.ts'
import { targetOf } from '../../db/open-database.ts'
import type { Workplace } from '../../workplace.ts'
import { mayChange } from './may-change.ts'
import { warningsOfComputer } from './warnings-of-computer.ts'

export async function viewOfDatabase(workplace: Workplace): Promise<DatabaseView> {
  const { database, fault, options } = workplace
  const target = await targetOf(options)
  const policy = (await options.policy?.()) ?? ok(null)
  const set = policy.ok ? policy.value : null
  const chosen = target.ok ? target.value : null
  const server = database?.kind === 'server' ? database.connection : (set?.server ?? chosen)
  return {
    kind: server === null ? 'embedded' : 'server',
    computer: options.workstationName,
    address: server === null ? options.dataFolder : addressOf(server),
    serverVersion: database?.serverVersion ?? null,
    fault: fault?.code ?? null,
    faultDetails: { ...fault?.details },
    mayChange: await mayChange(workplace),
    policy:
      set === null ? null : { file: set.file, setsServer: set.server !== null, idleSeconds: set.idleSeconds },
    warnings: [...(database?.warnings ?? [])],
    ofComputer: warningsOfComputer(options),
  }
}

/** A choice of database that failed, with the code of the database fault for the settings screen. */
export const connectionRefused = ({ code }: DatabaseFault): Failure<'CONNECTION_REFUSED'> =>
  fail('CONNECTION_REFUSED', { fault: code })
