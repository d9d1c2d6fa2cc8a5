import { ok } from '../../../shared/result.ts'
import type { Attempt } from '../../db/fault.ts'
import { chooseEmbedded, chooseServer, testConnection as test } from '../../db/open-server.ts'
import type { UseCase, Workplace } from '../../workplace.ts'
import { reconnect } from './connect.ts'
import { connectionRefused, mayChangeDatabase, viewOfDatabase } from './database-view.ts'

export const getDatabase: UseCase<'database', 'get'> = async (_, workplace) =>
  ok(await viewOfDatabase(workplace))

/** Inspects a server without changing or saving anything. */
export const testConnection: UseCase<'database', 'testConnection'> = async (input, workplace) => {
  if (!mayChangeDatabase(workplace)) return connectionRefused({ code: 'PERMISSION_DENIED' })
  const report = await test(input.url, input.certificateAuthority, workplace.options.migrationsFolder)
  return report.ok ? report : connectionRefused(report.error)
}

export const useServer: UseCase<'database', 'useServer'> = ({ url, certificateAuthority }, workplace) =>
  switchDatabase(workplace, () => chooseServer(url, certificateAuthority, workplace.options))

export const useEmbedded: UseCase<'database', 'useEmbedded'> = (_, workplace) =>
  switchDatabase(workplace, () => chooseEmbedded(workplace.options))

/** Opens the configured database again, after its fault has been repaired. */
export const retry: UseCase<'database', 'retry'> = (_, workplace) =>
  switchDatabase(workplace, async () => ok(undefined))

/** Saves the choice before anything is closed, so that after a refusal the workstation works as before. */
async function switchDatabase(workplace: Workplace, choose: () => Promise<Attempt<void>>) {
  if (!mayChangeDatabase(workplace)) return connectionRefused({ code: 'PERMISSION_DENIED' })
  const chosen = await choose()
  if (!chosen.ok) return connectionRefused(chosen.error)
  await reconnect(workplace)
  return workplace.fault === null ? ok(await viewOfDatabase(workplace)) : connectionRefused(workplace.fault)
}
