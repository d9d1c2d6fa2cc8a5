import { ok } from '../../../shared/result.ts'
import { BUILD } from '../../build.ts'
import type { UseCase } from '../../workplace.ts'
import { gatherHealth } from './gather.ts'
import { judgeHealth } from './judge.ts'

/** How many of the slowest calls are listed. */
const SHOWN = 10

/** How the bank's machines stand. */
export const readHealth: UseCase<'health', 'read'> = async (_, { workplace, db }) => {
  const facts = await gatherHealth(workplace, db)
  return ok({
    rows: judgeHealth(facts),
    build: BUILD,
    schema: facts.server.schema,
    calls: facts.calls.slice(0, SHOWN),
    workstations: [...(facts.bank?.workstations ?? [])],
    growth: (facts.bank?.growth.days ?? []).map(({ day, bytes }) => ({ day, bytes })),
  })
}
