import { sql } from 'kysely'
import { proofContent, type DayProof } from '../../../shared/contract/proof-views.ts'
import { ok } from '../../../shared/result.ts'
import type { Letters } from '../../print/fonts/open-letters.ts'
import { proofFileName } from '../../print/file-name.ts'
import { renderProofPdf } from '../../print/proof-pdf.ts'
import type { SessionContext, UseCase } from '../../workplace.ts'
import { recordPrint } from '../printers/record-print.ts'
import { callersBranch } from './callers-branch.ts'

/** What proves a day: of the open one what its closing waits for, of a closed one what was kept. */
export const readProof: UseCase<'branches', 'readProof'> = async ({ businessDate }, { db }) =>
  ok(await lookAt(db, businessDate))

async function lookAt(db: SessionContext['db'], businessDate: string): Promise<DayProof> {
  const { rows } = await sql<{
    proof: DayProof
  }>`SELECT read_day_proof(${businessDate}::date) AS proof`.execute(db)
  return only(rows).proof
}

type Kept = { readonly content: string; readonly hash: string; readonly isCopy: boolean }

/** The proof of a closed day on paper, or as the very text whose SHA-256 stands there. Nothing is computed anew. */
export const exportProof: UseCase<'branches', 'exportProof'> = async ({ businessDate, format }, context) =>
  ok(await proofFile(context, businessDate, format))

/** The same; of a day that has none the database refuses it. */
export const proofFile = ({ db, workplace }: SessionContext, businessDate: string, format: 'PDF' | 'JSON') =>
  recordPrint(
    db,
    (recorded) => readFile(recorded, workplace.letters, businessDate, format),
    () => lookAt(db, businessDate),
  )

async function readFile(
  db: SessionContext['db'],
  letters: Letters,
  businessDate: string,
  format: 'PDF' | 'JSON',
) {
  const { rows } = await sql<Kept>`SELECT content, hash, is_copy AS "isCopy"
    FROM export_day_proof(${businessDate}::date, ${format})`.execute(db)
  const kept = only(rows)
  if (format === 'PDF') return pdfOf(db, letters, businessDate, kept)
  return {
    fileName: proofFileName(businessDate, format),
    mediaType: 'application/json',
    content: new TextEncoder().encode(kept.content),
  }
}

/** The PDF as it would be printed now, which is on record as looked at. */
export async function proofPreview({ db, workplace }: SessionContext, businessDate: string) {
  const { rows } = await sql<Kept>`SELECT content, hash, is_copy AS "isCopy"
    FROM preview_day_proof(${businessDate}::date)`.execute(db)
  return pdfOf(db, workplace.letters, businessDate, only(rows))
}

async function pdfOf(
  db: SessionContext['db'],
  letters: Letters,
  businessDate: string,
  { content, hash, isCopy }: Kept,
) {
  const { timeZone, numberFormat } = await callersBranch(db)
  const proof = proofContent.parse(JSON.parse(content))
  const faces = await letters.facesFor(proof)
  return {
    fileName: proofFileName(businessDate, 'PDF'),
    mediaType: 'application/pdf',
    content: await renderProofPdf({ ...proof, hash }, { timeZone, numberFormat, isCopy, faces }),
  }
}

/** The functions answer one row, or refuse. */
function only<T>(rows: readonly T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('The database answered no proof')
  return row
}
