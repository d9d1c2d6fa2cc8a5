import type { ConnectionInput } from '../../../shared/contract/database.ts'
import { ok } from '../../../shared/result.ts'
import { type Connection, parseConnection } from '../../db/connection.ts'
import { type Attempt, fault } from '../../db/fault.ts'
import type { Expected } from '../../db/known-server.ts'
import { chooseEmbedded, chooseServer, testConnection as test } from '../../db/open-server.ts'
import type { UseCase, Workplace } from '../../workplace.ts'
import { reconnect } from './connect.ts'
import { connectionRefused, viewOfDatabase } from './database-view.ts'
import { isPresentServer, mayChange, policyServer } from './may-change.ts'

export const getDatabase: UseCase<'database', 'get'> = async (_, workplace) =>
  ok(await viewOfDatabase(workplace))

/** Inspects a server without changing or saving anything. */
export const testConnection: UseCase<'database', 'testConnection'> = async (typed, workplace) => {
  const input = await vouchedFor(typed, workplace)
  const allowed = await expectedOf(input, workplace)
  if (!allowed.ok) return connectionRefused(allowed.error)
  const report = await test(input.url, input.certificateAuthority, workplace.options.migrationsFolder)
  if (!report.ok) return connectionRefused(report.error)
  return ok({ ...report.value, warnings: [...report.value.warnings] })
}

export const useServer: UseCase<'database', 'useServer'> = async (typed, workplace) => {
  const input = await vouchedFor(typed, workplace)
  const allowed = await expectedOf(input, workplace)
  if (!allowed.ok) return connectionRefused(allowed.error)
  const { url, certificateAuthority } = input
  return switchDatabase(workplace, () =>
    chooseServer(url, certificateAuthority, allowed.value, workplace.options),
  )
}

export const useEmbedded: UseCase<'database', 'useEmbedded'> = async (_, workplace) => {
  if ((await policyServer(workplace)) !== null) return connectionRefused({ code: 'SET_BY_POLICY' })
  if ((await mayChange(workplace)) !== 'anything') return connectionRefused({ code: 'ADMINISTRATOR_NEEDED' })
  return switchDatabase(workplace, () => chooseEmbedded(workplace.options))
}

/** Opens the configured database again, after its fault has been repaired. A person at work is not disturbed by another. */
export const retry: UseCase<'database', 'retry'> = async (_, workplace) => {
  const { session } = workplace
  if (session !== null && (await mayChange(workplace)) !== 'anything')
    return connectionRefused({ code: 'ADMINISTRATOR_NEEDED' })
  return switchDatabase(workplace, async () => ok(undefined))
}

/** Where the bank sets the server it says who vouches for it too, and nobody has to type that. */
async function vouchedFor(typed: ConnectionInput, workplace: Workplace): Promise<ConnectionInput> {
  const set = typed.certificateAuthority === null ? await policyServer(workplace) : null
  if (set === null || set.tls === 'off' || set.tls.ca === 'system') return typed
  return { ...typed, certificateAuthority: set.tls.ca }
}

/** Whether that server may be chosen, and whether it has to be the one that is known; else ADMINISTRATOR_NEEDED, or SET_BY_POLICY. */
async function expectedOf(input: ConnectionInput, workplace: Workplace): Promise<Attempt<Expected>> {
  const connection = parseConnection(input.url, input.certificateAuthority)
  if (connection.ok) return expectedAt(connection.value, workplace)
  return (await mayChange(workplace)) === 'nothing' ? fault('ADMINISTRATOR_NEEDED') : connection
}

/** The same for an address that is known already. */
export async function expectedAt(connection: Connection, workplace: Workplace): Promise<Attempt<Expected>> {
  const change = await mayChange(workplace)
  if (change === 'anything') return ok('change')
  if (change === 'nothing') return fault('ADMINISTRATOR_NEEDED')
  if (await isPresentServer(connection, workplace)) return ok('known')
  return fault((await policyServer(workplace)) === null ? 'ADMINISTRATOR_NEEDED' : 'SET_BY_POLICY')
}

/** Saves the choice before anything is closed, so that after a refusal the workstation works as before. */
async function switchDatabase(workplace: Workplace, choose: () => Promise<Attempt<void>>) {
  const chosen = await choose()
  if (!chosen.ok) return connectionRefused(chosen.error)
  await reconnect(workplace)
  return workplace.fault === null ? ok(await viewOfDatabase(workplace)) : connectionRefused(workplace.fault)
}
