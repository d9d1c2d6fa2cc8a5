import type { Kysely } from 'kysely'
import { fail } from '../../../shared/errors.ts'
import { ok } from '../../../shared/result.ts'
import type { DB } from '../../db/tables.ts'
import type { PrintOutcome } from '../../printers/printer.ts'
import type { UseCase } from '../../workplace.ts'
import { beginPassbookPage, finishPassbookPage } from '../accounts/passbook-page.ts'
import { chosenPrinter, whyNotBegun } from './print-paper.ts'

/**
 * Prints what is not in a passbook yet, as far as its page goes. It is on record as begun before anything is sent, and as printed when the
 * printer has told it. After a stop in the middle somebody looks into the book.
 */
export const printPassbook: UseCase<'printers', 'printPassbook'> = async (asked, { db, workplace }) => {
  const chosen = await chosenPrinter(workplace, 'PASSBOOK')
  if (!chosen.ok) return chosen
  const printer = chosen.value
  let printId: string | null = null
  let lines = 0
  try {
    const { outcome } = await workplace.printers.printOn(printer, async () => {
      const { begun, content } = await beginPassbookPage(db, asked, 'PRINTER')
      printId = begun.printId
      lines = begun.lines.length
      const paper = {
        title: `Passbook ${begun.serialNumber}`,
        isLong: false,
        exactSize: begun.layout,
        roll: () => [],
        pdf: async () => content,
      }
      return { paper, value: null }
    })
    await takeDown(db, printId, outcome)
    if (outcome.is === 'PRINTED') return ok({ printer: printer.name, lines })
    if (outcome.is !== 'STOPPED' && outcome.is !== 'TAKEN') return whyNotBegun(printer, outcome)
    const because = outcome.is === 'STOPPED' ? outcome.because : 'SILENT'
    return fail('PASSBOOK_STOPPED', { printer: printer.name, because })
  } catch (error) {
    // It had begun: whatever the fault is, a part of it may be in the book.
    if (printId !== null) await finishPassbookPage(db, printId, 'STOPPED').catch(() => {})
    throw error
  }
}

/** What was handed to a system that tells no more is asked about, as after a stop. */
const TOLD = {
  PRINTED: 'PRINTED',
  STOPPED: 'STOPPED',
  TAKEN: 'STOPPED',
  NOT_BEGUN: 'NOTHING',
  UNREACHABLE: 'NOTHING',
} as const

const takeDown = async (db: Kysely<DB>, printId: string | null, { is }: PrintOutcome) => {
  if (printId !== null) await finishPassbookPage(db, printId, TOLD[is])
}
