import { ok } from '../../../shared/result.ts'
import type { Attempt } from '../../db/fault.ts'
import { chooseEmbedded, chooseServer, testConnection as test } from '../../db/open-server.ts'
import type { UseCase, Workplace } from '../../workplace.ts'
import { reconnect } from './connect.ts'
import { connectionRefused, mayChangeDatabase, viewOfDatabase } from './database-view.ts'

export const getDatabase: UseCase<'database', 'get'> = async (_, workplace) =>
  ok(await viewOfDatabase(workplace))

/** Looks at a server without changing or saving anything. */
export const testConnection: UseCase<'database', 'testConnection'> = async (input, workplace) => {
  if (!mayChangeDatabase(workplace)) return connectionRefused({ code: 'PERMISSION_DENIED' })
  const report = await test(input.url, input.certificateAuthority, workplace.options.migrationsFolder)
  return report.ok ? report : connectionRefused(report.error)
}

export const useServer: UseCase<'database', 'useServer'> = ({ url, certificateAuthority }, workplace) =>
  turnTo(workplace, () => chooseServer(url, certificateAuthority, workplace.options))

export const useEmbedded: UseCase<'database', 'useEmbedded'> = (_, workplace) =>
  turnTo(workplace, () => chooseEmbedded(workplace.options))

/** Tries the configured database again, after whatever stood in its way was mended. */
export const retry: UseCase<'database', 'retry'> = (_, workplace) =>
  turnTo(workplace, async () => ok(undefined))

/** Saves the choice first, so that a refusal leaves the workstation working as before. */
async function turnTo(workplace: Workplace, choose: () => Promise<Attempt<void>>) {
  if (!mayChangeDatabase(workplace)) return connectionRefused({ code: 'PERMISSION_DENIED' })
  const chosen = await choose()
  if (!chosen.ok) return connectionRefused(chosen.error)
  await reconnect(workplace)
  return workplace.fault === null ? ok(await viewOfDatabase(workplace)) : connectionRefused(workplace.fault)
}
