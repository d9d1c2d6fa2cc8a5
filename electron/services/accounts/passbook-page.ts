import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/tables.ts'
import { type PassbookPage, renderPassbookPdf } from '../../print/passbook-pdf.ts'
import { callersBranch } from '../branches/callers-branch.ts'

type Begun = PassbookPage & { readonly printId: string }

/**
 * Begins a print into a passbook and draws its page. That it has begun is on record together with the drawing: of a page that cannot be drawn
 * nothing is.
 */
export const beginPassbookPage = (
  db: Kysely<DB>,
  { passbookId, printed }: { readonly passbookId: string; readonly printed: number },
  way: 'PRINTER' | 'FILE',
) =>
  db.transaction().execute(async (within) => {
    const { rows } = await sql<{ begun: Begun }>`
      SELECT begin_passbook_print(${passbookId}, ${printed}, ${way === 'FILE'}) AS begun`.execute(within)
    const [row] = rows
    if (row === undefined) throw new Error('begin_passbook_print() answered nothing')
    const { numberFormat } = await callersBranch(within)
    return { begun: row.begun, content: await renderPassbookPdf(row.begun, { numberFormat }) }
  })

/** What the printer told of a print that had begun. */
export const finishPassbookPage = (
  db: Kysely<DB>,
  printId: string,
  outcome: 'PRINTED' | 'NOTHING' | 'STOPPED',
) => sql`SELECT finish_passbook_print(${printId}, ${outcome})`.execute(db)
