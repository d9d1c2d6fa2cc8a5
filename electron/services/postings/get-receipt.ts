import { fail } from '../../../shared/errors.ts'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { ok } from '../../../shared/result.ts'
import type { SessionContext, UseCase, Workplace } from '../../workplace.ts'
import { findByReference, postingOnPaper, readPosting } from '../../ledger/read-posting.ts'
import { receiptFileName } from '../../print/file-name.ts'
import type { Letters } from '../../print/fonts/open-letters.ts'
import { receiptContent, type Reader } from '../../print/receipt-content.ts'
import { renderReceiptPdf } from '../../print/receipt-pdf.ts'
import { callersBranch } from '../branches/callers-branch.ts'
import { recordPrint } from '../printers/record-print.ts'

export const getReceipt: UseCase<'postings', 'get'> = async ({ transactionId }, { db }) => {
  const posting = await readPosting(db, transactionId)
  return posting === undefined ? fail('TRANSACTION_NOT_FOUND') : ok(posting)
}

export const findPosting: UseCase<'postings', 'find'> = async ({ reference }, { db }) => {
  const posting = await findByReference(db, reference)
  return posting === undefined ? fail('TRANSACTION_NOT_FOUND') : ok(posting)
}

/** The receipt as a PDF for the customer. From the second time on it says that it is a copy. */
export const exportReceipt: UseCase<'postings', 'exportReceipt'> = async ({ transactionId }, context) => {
  const printed = await receiptToPrint(context, transactionId)
  if (printed === null) return fail('TRANSACTION_NOT_FOUND')
  const { posting, reader, options } = printed
  return ok({
    fileName: receiptFileName(posting.reference),
    mediaType: 'application/pdf',
    content: await renderReceiptPdf(posting, reader, options),
  })
}

type Printing = Pick<SessionContext, 'db'> & { readonly workplace: Pick<Workplace, 'letters'> }

/** A receipt with what it needs to be printed; that it is printed is on record. Null where there is no such posting. */
export const receiptToPrint = ({ db, workplace }: Printing, transactionId: string) =>
  recordPrint(
    db,
    (recorded) => readReceipt(recorded, workplace.letters, transactionId, 'PRINTED'),
    () => readPosting(db, transactionId),
  )

/** The same as it would be printed now; that it was looked at is on record, also where letters of it are missing. */
export const receiptToLookAt = ({ db, workplace }: Printing, transactionId: string) =>
  readReceipt(db, workplace.letters, transactionId, 'LOOKED_AT')

async function readReceipt(
  db: SessionContext['db'],
  letters: Letters,
  transactionId: string,
  as: 'PRINTED' | 'LOOKED_AT',
) {
  const read = await postingOnPaper(db, transactionId, as)
  if (read === undefined) return null
  const { posting, isCopy, holders } = read
  const { timeZone, numberFormat } = await callersBranch(db)
  const reader = readerOf(posting, holders)
  const options = { timeZone, numberFormat, isCopy, address: await addressOf(db, posting) }
  const faces = await letters.facesFor(receiptContent(posting, reader, options))
  return { posting, reader, options: { ...options, faces } }
}

/** The address of the branch that posted, whose name no other branch has. */
async function addressOf(db: SessionContext['db'], { branchName }: PostingView): Promise<string | null> {
  const named = db.selectFrom('branches').where('name', '=', branchName).select('address')
  return (await named.executeTakeFirst())?.address ?? null
}

/** The first customer among the legs, with all accounts of theirs in it. */
function readerOf({ legs }: PostingView, holders: Readonly<Record<string, string | null>>): Reader | null {
  const first = legs.find(({ holder }) => holder !== null)
  if (first?.holder == null) return null
  const theirs = legs.filter(({ accountId }) => holders[accountId] === holders[first.accountId])
  return { name: first.holder, accountIds: theirs.map(({ accountId }) => accountId) }
}
