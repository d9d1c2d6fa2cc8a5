import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { IntentWords } from '../../../shared/contract/intent-words.ts'
import { fail } from '../../../shared/errors.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { addressOf } from '../../db/connection.ts'
import type { Workplace } from '../../workplace.ts'
import { writeIntent } from './intent-file.ts'

/** Where this workstation keeps its notes. */
export const intentsFolder = ({ options }: Workplace): string => join(options.settingsFolder, 'intents')

/** Names the ledger that this workstation works with, whatever address it is reached by; empty without one. */
export function ledgerOf({ database }: Workplace): string {
  if (database === null) return ''
  const name = `${database.system}/${database.connection.database}`
  return createHash('sha256').update(name).digest('hex').slice(0, 16)
}

/**
 * Notes on this workstation's disk what is about to be sent, in words. INTENT_NOT_WRITTEN when that is not possible: then nothing
 * may be sent, because after a crash nobody would know of it. `page` is the load of the page that waits for the answer.
 */
export async function keepIntent(
  workplace: Workplace,
  words: IntentWords,
  input: unknown,
  page: string,
): Promise<Result<void, 'INTENT_NOT_WRITTEN'>> {
  const { session, database } = workplace
  if (session === null || database === null) return ok(undefined)
  const intent = { key: keyOf(input), maker: session.user.id, server: ledgerOf(workplace) }
  const sentTo = database.kind === 'embedded' ? 'This workstation' : addressOf(database.connection)
  workplace.waitedFor.set(intent.key, page)
  try {
    await writeIntent(intentsFolder(workplace), intent, {
      ...words,
      shown: [...words.shown],
      sentAt: new Date().toISOString(),
      sentTo,
    })
    return ok(undefined)
  } catch (error) {
    workplace.waitedFor.delete(intent.key)
    workplace.options.log(`The note of a posting could not be written: ${String(error)}`)
    return fail('INTENT_NOT_WRITTEN')
  }
}

function keyOf(input: unknown): string {
  if (typeof input === 'object' && input !== null && 'key' in input && typeof input.key === 'string')
    return input.key
  throw new Error('A call that moves money has no key')
}
