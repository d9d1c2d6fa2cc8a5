import { approveDocumentSql, rejectDocumentSql, uploadDocumentSql } from '../../support/documents.ts'
import { type Actor, type Attack, call, type Refused, refused, violates } from '../attack.ts'

const digest = (document: string) => `'\\x{${document}Digest}'`
const approve = (document: string, shown = digest(document)) => approveDocumentSql(`'{${document}}'`, shown)
const reject = (document: string, reason: string) =>
  rejectDocumentSql(`'{${document}}'`, digest(document), reason)

const read = (ticket: string) => `SELECT * FROM read_document_content(${ticket})`
const open = `open_document('{tellersDocument}')`

const upload = (changes: Readonly<Record<string, string>> = {}) =>
  uploadDocumentSql({ customer: `'{pending}'`, ...changes })

/** The same statement by everybody who may not. */
const byOthers = (name: string, sql: string, who: readonly Actor[]): Attack[] =>
  who.map((as) => call(name, as, sql, refused(as === 'nobody' ? 'NOT_SIGNED_IN' : 'FORBIDDEN')))

const bySupervisor = (name: string, sql: string | readonly string[], expect: Refused): Attack => ({
  name,
  as: 'supervisor',
  sql,
  expect,
})

/** Uploading, looking and deciding without the permission, without a trace, or without having looked. */
export const documents: readonly Attack[] = [
  ...byOthers('approve', approve('tellersDocument'), ['nobody', 'teller', 'auditor', 'admin', 'apiUser']),
  ...byOthers('reject', reject('tellersDocument', `'x'`), [
    'nobody',
    'teller',
    'auditor',
    'admin',
    'apiUser',
  ]),
  ...byOthers('upload', upload(), ['nobody', 'auditor', 'admin', 'apiUser']),
  ...byOthers('open a document', `SELECT ${open}`, ['nobody', 'admin', 'apiUser']),
  ...byOthers("list a customer's documents", `SELECT * FROM list_documents('{ana}')`, [
    'nobody',
    'admin',
    'apiUser',
  ]),
  ...byOthers('list the queue', 'SELECT * FROM list_document_queue()', [
    'nobody',
    'teller',
    'admin',
    'apiUser',
  ]),
  ...byOthers('count decisions', 'SELECT * FROM count_decided_today()', [
    'nobody',
    'teller',
    'admin',
    'apiUser',
  ]),
  bySupervisor("approve one's own upload", approve('supervisorsDocument'), refused('OWN_UPLOAD')),
  bySupervisor("reject one's own upload", reject('supervisorsDocument', `'x'`), refused('OWN_UPLOAD')),
  bySupervisor('decide twice', approve('decidedDocument'), refused('ALREADY_DECIDED')),
  bySupervisor('undo a decision', reject('decidedDocument', `'x'`), refused('ALREADY_DECIDED')),
  bySupervisor('approve what has expired', approve('expiredDocument'), refused('DOCUMENT_EXPIRED')),
  bySupervisor(
    "approve what has expired, a week back on one's own clock",
    [`SET timezone = '<A>+167'`, approve('expiredDocument')],
    refused('DOCUMENT_EXPIRED'),
  ),
  bySupervisor('approve what one has not looked at', approve('tellersDocument'), refused('NOT_SHOWN')),
  bySupervisor(
    'approve what one has opened in the same transaction',
    ['BEGIN', `SELECT ${open}`, approve('tellersDocument')],
    refused('ONE_CHANGE_A_TRANSACTION'),
  ),
  bySupervisor(
    'say that content was shown that was never handed out',
    ['BEGIN', `SELECT ${open}`, `SELECT mark_document_shown(${open})`],
    refused('NOT_SHOWN'),
  ),
  bySupervisor('approve by no digest', approve('seenDocument', 'NULL'), refused('CHANGED_MEANWHILE')),
  bySupervisor(
    'approve something else than was shown',
    approve('seenDocument', `'\\x00'`),
    refused('CHANGED_MEANWHILE'),
  ),
  bySupervisor('approve a document of another branch', approve('elsewhereDocument'), refused('OTHER_BRANCH')),
  bySupervisor(
    'reject a document of another branch',
    reject('elsewhereDocument', `'x'`),
    refused('OTHER_BRANCH'),
  ),
  bySupervisor(
    'look at a document of another branch',
    `SELECT open_document('{elsewhereDocument}')`,
    refused('OTHER_BRANCH'),
  ),
  bySupervisor(
    'reject without a reason',
    reject('tellersDocument', 'NULL'),
    violates('23514', 'kyc_documents_reason'),
  ),
  bySupervisor(
    'reject with an empty reason',
    reject('tellersDocument', `' '`),
    violates('23514', 'kyc_documents_reason'),
  ),
  bySupervisor(
    'reject with a reason of a megabyte',
    reject('tellersDocument', `repeat('x', 1000000)`),
    violates('23514', 'kyc_documents_reason_length'),
  ),
  bySupervisor(
    'read content in the transaction that opens it, so that a ROLLBACK leaves no trace',
    ['BEGIN', read(open)],
    refused('LOOK_NOT_RECORDED'),
  ),
  bySupervisor(
    'the same behind a savepoint',
    ['BEGIN', 'SAVEPOINT a', `SELECT ${open}`, 'RELEASE a', read(open)],
    refused('LOOK_NOT_RECORDED'),
  ),
  call("read by a colleague's ticket", 'teller', read(`'{supervisorsTicket}'`), refused('LOOK_NOT_RECORDED')),
  call(
    "mark a colleague's ticket as shown",
    'teller',
    `SELECT mark_document_shown('{supervisorsTicket}')`,
    refused('NOT_SHOWN'),
  ),
  call('read by no ticket', 'auditor', read('NULL'), refused('LOOK_NOT_RECORDED')),
  bySupervisor(
    "replace a colleague's document",
    upload({ id: `'{tellersDocument}'` }),
    refused('KEY_REUSED'),
  ),
  call(
    'upload for nobody',
    'teller',
    upload({ customer: 'gen_random_uuid()' }),
    refused('CUSTOMER_NOT_FOUND'),
  ),
  call('upload what has expired', 'teller', upload({ expires: `'2020-01-01'` }), refused('DOCUMENT_EXPIRED')),
  ...[`'infinity'`, `'12000-01-01'`].map((expires) =>
    call(
      `upload what expires at ${expires}`,
      'teller',
      upload({ expires }),
      violates('23514', 'kyc_documents_expires_at_calendar'),
    ),
  ),
  call(
    'upload a program',
    'teller',
    upload({ mediaType: `'text/html'` }),
    violates('23514', 'kyc_files_media_type'),
  ),
  call(
    'upload a passport of no country',
    'teller',
    upload({ country: 'NULL' }),
    violates('23514', 'kyc_documents_country_of_identity'),
  ),
  call(
    'upload by a number of nothing but dashes',
    'teller',
    upload({ number: `'- -'` }),
    violates('23514', 'kyc_documents_number_key_filled'),
  ),
  ...[` {tellersNumber}-`, `{tellersNumber}\\200B`, `\\2010{tellersNumber}`].map((number) =>
    call(
      `let a number stand for a second person as ${number}`,
      'teller',
      upload({ customer: `'{ana}'`, number: `U&'${number}'` }),
      { sqlstate: '23P01', constraint: 'kyc_documents_number_of_one_person' },
    ),
  ),
]
