import { type Kysely, sql } from 'kysely'
import { type IntentKind, intentKind } from '../../../shared/contract/intent-words.ts'
import type { Recovery } from '../../../shared/contract/intents.ts'
import { ok } from '../../../shared/result.ts'
import { refusalOf } from '../../db/refusal.ts'
import type { DB } from '../../db/tables.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { type FoundIntent, readIntents } from './intent-file.ts'
import { intentsFolder, ledgerOf } from './keep-intent.ts'

/** Each waits for somebody to have seen it. When these have been, the next are told. */
const MOST = 20

/** One after the other: each is a change of its own. */
export const settle: UseCase<'intents', 'settle'> = async ({ page, lost }, context) => {
  const { workplace } = context
  const found = await readIntents(intentsFolder(workplace))
  const waiting = found.filter(({ key }) => workplace.waitedFor.get(key) !== page || lost.includes(key))
  const isHere = ({ server }: FoundIntent) => server === ledgerOf(workplace)
  const due = [...waiting.filter(isHere), ...waiting.filter((each) => !isHere(each))]
  const recoveries: Recovery[] = []
  for (const each of due.slice(0, MOST)) recoveries.push(await recoveryOf(context, each))
  return ok({ recoveries })
}

/** What became of one intent, as far as it can be known now. */
export async function recoveryOf({ workplace, db }: SessionContext, found: FoundIntent): Promise<Recovery> {
  const isHere = found.server === ledgerOf(workplace)
  const settled = isHere ? await settleByKey(db, found) : { outcome: 'ELSEWHERE' as const }
  return slipOf(found, settled)
}

/** What the ledger answers: `settle_intent` in the migrations. */
type Settled = {
  readonly outcome: Recovery['outcome']
  readonly maker?: string
  readonly transactionId?: string
  readonly reference?: string | null
  readonly type?: string
  readonly amount?: string
  readonly currency?: string
  readonly reason?: string | null
}

async function settleByKey(db: Kysely<DB>, { key, maker }: FoundIntent): Promise<Settled> {
  try {
    const { rows } = await sql<{
      settled: Settled
    }>`SELECT settle_intent(${key}, ${maker}) AS settled`.execute(db)
    const [row] = rows
    if (row === undefined) throw new Error('Settling an intent answered no row')
    return row.settled
  } catch (error) {
    const code = refusalOf(error)?.code
    if (code === 'SERVER_BUSY') return { outcome: 'NOT_KNOWN' }
    if (code === 'OTHER_BRANCH' || code === 'USER_NOT_FOUND') return { outcome: 'ELSEWHERE' }
    throw error
  }
}

/** The note on the disk says what was shown; where it cannot be read, the ledger says what it has. */
function slipOf({ key, note, writtenAt }: FoundIntent, settled: Settled): Recovery {
  return {
    key,
    outcome: settled.outcome,
    kind: note?.kind ?? kindOf(settled.type),
    amount: note?.amount ?? settled.amount ?? null,
    currency: note?.currency ?? settled.currency ?? null,
    shown: note?.shown ?? [],
    sentAt: note?.sentAt ?? writtenAt.toISOString(),
    maker: settled.maker ?? null,
    sentTo: note?.sentTo ?? null,
    transactionId: settled.transactionId ?? null,
    reference: settled.reference ?? null,
    reason: settled.reason ?? null,
    damaged: note === null,
  }
}

const kindOf = (type: string | undefined): IntentKind | null => intentKind.safeParse(type).data ?? null
