import { approveDocumentSql, insertDocumentSql, insertFileSql } from '../../support/documents.ts'
import { type Attack, denied, nothing, policy, refused, violates } from '../attack.ts'

const approve = (document: string) => approveDocumentSql(`'{${document}}'`)

const decide = (
  name: string,
  set: string,
  expect: Attack['expect'],
  document = 'tellersDocument',
): Attack => ({
  name,
  as: 'supervisor',
  sql: `UPDATE kyc_documents SET ${set} WHERE id = '{${document}}' RETURNING id`,
  expect,
})

const upload = (columns: Readonly<Record<string, string>> = {}) =>
  insertDocumentSql({ customer_id: `'{pending}'`, file_id: `'{tellersFile}'`, ...columns })

/** Approving and uploading without the permission. */
export const documents: readonly Attack[] = [
  { name: 'approve as a teller', as: 'teller', sql: approve('tellersDocument'), expect: nothing },
  { name: 'approve as an auditor', as: 'auditor', sql: approve('tellersDocument'), expect: nothing },
  { name: 'approve as an administrator', as: 'admin', sql: approve('tellersDocument'), expect: nothing },
  {
    name: 'approve with no session',
    as: 'nobody',
    sql: approve('tellersDocument'),
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: "approve one's own upload",
    as: 'supervisor',
    sql: approve('supervisorsDocument'),
    expect: refused('OWN_UPLOAD'),
  },
  {
    name: 'decide twice',
    as: 'supervisor',
    sql: approve('decidedDocument'),
    expect: refused('ALREADY_DECIDED'),
  },
  {
    name: 'approve what has expired',
    as: 'supervisor',
    sql: approve('expiredDocument'),
    expect: refused('DOCUMENT_EXPIRED'),
  },
  {
    name: "approve what has expired, a week back on one's own clock",
    as: 'supervisor',
    sql: [`SET timezone = '<A>+167'`, approve('expiredDocument')],
    expect: refused('DOCUMENT_EXPIRED'),
  },
  decide('approve without having seen it', `status = 'APPROVED'`, refused('CHANGED_MEANWHILE')),
  decide(
    'approve something else than was shown',
    `status = 'APPROVED', decided_digest = '\\x00'`,
    refused('CHANGED_MEANWHILE'),
  ),
  decide(
    'reject without a reason',
    `status = 'REJECTED', decided_digest = content_digest`,
    violates('23514', 'kyc_documents_reason'),
  ),
  decide(
    'reject with an empty reason',
    `status = 'REJECTED', rejection_reason = ' ', decided_digest = content_digest`,
    violates('23514', 'kyc_documents_reason'),
  ),
  decide(
    'declare a document expired',
    `status = 'EXPIRED', decided_digest = content_digest`,
    refused('FORBIDDEN'),
  ),
  decide('decide nothing', `rejection_reason = 'x', decided_digest = content_digest`, refused('FORBIDDEN')),
  decide('set the status to nothing', `status = NULL, decided_digest = content_digest`, violates('23502')),
  decide(
    'undo a decision',
    `status = 'PENDING', decided_digest = content_digest`,
    refused('ALREADY_DECIDED'),
    'decidedDocument',
  ),
  decide(
    'reason after the decision',
    `rejection_reason = 'x'`,
    refused('ALREADY_DECIDED'),
    'decidedDocument',
  ),
  ...['document_number', 'customer_id', 'document_type', 'file_id', 'expires_at'].map((column) =>
    decide(
      `change ${column} while deciding`,
      `status = 'APPROVED', decided_digest = content_digest, ${column} = NULL`,
      denied('table kyc_documents'),
    ),
  ),
  {
    name: 'upload as approved',
    as: 'teller',
    sql: upload({ status: `'APPROVED'` }),
    expect: denied('table kyc_documents'),
  },
  {
    name: 'upload as somebody else',
    as: 'supervisor',
    sql: upload({ created_by: `'{teller}'` }),
    expect: denied('table kyc_documents'),
  },
  {
    name: "attach a colleague's file",
    as: 'supervisor',
    sql: upload(),
    expect: refused('FILE_UNREADABLE'),
  },
  {
    name: 'attach a file twice',
    as: 'teller',
    sql: upload(),
    expect: violates('23505', 'kyc_documents_file_key'),
  },
  { name: 'upload as an auditor', as: 'auditor', sql: upload(), expect: refused('FILE_UNREADABLE') },
  {
    name: 'upload a file as an auditor',
    as: 'auditor',
    sql: insertFileSql(),
    expect: policy('kyc_files'),
  },
  {
    name: 'upload a program',
    as: 'teller',
    sql: insertFileSql({ media_type: `'text/html'` }),
    expect: violates('23514', 'kyc_files_media_type'),
  },
  {
    name: 'let a document number stand twice by a space in it',
    as: 'teller',
    sql: [
      'BEGIN',
      insertFileSql({ id: `'{pending}'` }),
      insertDocumentSql({
        customer_id: `'{ana}'`,
        document_number: `' {tellersNumber}-'`,
        file_id: `'{pending}'`,
      }),
    ],
    expect: violates('23505', 'kyc_documents_number_per_type'),
  },
  {
    name: 'exchange the image of a document',
    as: 'teller',
    sql: `UPDATE kyc_files SET content = content WHERE id = '{tellersFile}'`,
    expect: denied('table kyc_files'),
  },
]
