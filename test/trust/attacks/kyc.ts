import { type Attack, denied, nothing, policy, refused, violates } from '../attack.ts'

const approve = (document: string) =>
  `UPDATE kyc_documents SET status = 'APPROVED', decided_digest = content_digest WHERE id = '{${document}}' RETURNING id`

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

const upload = (
  columns: string,
  values: string,
) => `INSERT INTO kyc_documents (id, customer_id, document_type,
  document_number, file_id${columns}) VALUES (gen_random_uuid(), '{pending}', 'PASSPORT', 'X 1', '{tellersFile}'${values})`

const open = (columns: string, values: string) =>
  `INSERT INTO accounts (id, account_type, currency, customer_id${columns}) VALUES (gen_random_uuid(), ${values})`

/** Approving what one may not, and opening accounts for whom nobody approved. */
export const kyc: readonly Attack[] = [
  { name: 'approve as a teller', as: 'teller', sql: approve('tellersDocument'), expect: nothing },
  { name: 'approve as an auditor', as: 'auditor', sql: approve('tellersDocument'), expect: nothing },
  { name: 'approve as an administrator', as: 'admin', sql: approve('tellersDocument'), expect: nothing },
  { name: 'approve with no session', as: 'nobody', sql: approve('tellersDocument'), expect: nothing },
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
    sql: upload(', status', `, 'APPROVED'`),
    expect: denied('table kyc_documents'),
  },
  {
    name: 'upload as somebody else',
    as: 'supervisor',
    sql: upload(', created_by', `, '{teller}'`),
    expect: denied('table kyc_documents'),
  },
  {
    name: "attach a colleague's file",
    as: 'supervisor',
    sql: upload('', ''),
    expect: refused('FILE_UNREADABLE'),
  },
  {
    name: 'attach a file twice',
    as: 'teller',
    sql: upload('', ''),
    expect: violates('23505', 'kyc_documents_file_key'),
  },
  { name: 'upload as an auditor', as: 'auditor', sql: upload('', ''), expect: refused('FILE_UNREADABLE') },
  {
    name: 'upload a file as an auditor',
    as: 'auditor',
    sql: `INSERT INTO kyc_files (id, media_type, byte_size, wrapped_key, content)
          VALUES (gen_random_uuid(), 'image/png', 1, decode(repeat('00', 60), 'hex'), decode(repeat('00', 60), 'hex'))`,
    expect: policy('kyc_files'),
  },
  {
    name: 'upload a program',
    as: 'teller',
    sql: `INSERT INTO kyc_files (id, media_type, byte_size, wrapped_key, content)
          VALUES (gen_random_uuid(), 'text/html', 1, decode(repeat('00', 60), 'hex'), decode(repeat('00', 60), 'hex'))`,
    expect: violates('23514', 'kyc_files_media_type'),
  },
  {
    name: 'let a document number stand twice by a space in it',
    as: 'teller',
    sql: [
      'BEGIN',
      `INSERT INTO kyc_files (id, media_type, byte_size, wrapped_key, content) VALUES
         ('{pending}', 'image/png', 1, decode(repeat('00', 60), 'hex'), decode(repeat('00', 60), 'hex'))`,
      `INSERT INTO kyc_documents (id, customer_id, document_type, document_number, file_id)
         VALUES (gen_random_uuid(), '{ana}', 'PASSPORT', ' {tellersNumber}-', '{pending}')`,
    ],
    expect: violates('23505', 'kyc_documents_number_per_type'),
  },
  {
    name: 'exchange the image of a document',
    as: 'teller',
    sql: `UPDATE kyc_files SET content = content WHERE id = '{tellersFile}'`,
    expect: denied('table kyc_files'),
  },
  {
    name: 'open an account for somebody not approved',
    as: 'supervisor',
    sql: open('', `'SAVINGS', 'USD', '{pending}'`),
    expect: refused('KYC_NOT_APPROVED'),
  },
  {
    name: 'open an account for nobody',
    as: 'supervisor',
    sql: open('', `'SAVINGS', 'USD', gen_random_uuid()`),
    expect: refused('CUSTOMER_NOT_FOUND'),
  },
  {
    name: 'open an internal account',
    as: 'supervisor',
    sql: open('', `'VAULT', 'USD', NULL`),
    expect: policy('accounts'),
  },
  {
    name: "open an internal account in a customer's name",
    as: 'supervisor',
    sql: open('', `'SUSPENSE', 'USD', '{ana}'`),
    expect: violates('23503', 'accounts_kind_holder'),
  },
  {
    name: 'open an account as an auditor',
    as: 'auditor',
    sql: open('', `'SAVINGS', 'USD', '{ana}'`),
    expect: refused('FORBIDDEN'),
  },
  {
    name: 'open an account with no session',
    as: 'nobody',
    sql: open('', `'SAVINGS', 'USD', '{ana}'`),
    expect: refused('NOT_SIGNED_IN'),
  },
  {
    name: 'agree an overdraft as a teller',
    as: 'teller',
    sql: open(', agreed_limit', `'CURRENT', 'USD', '{ana}', 1`),
    expect: refused('LIMIT_NEEDS_SUPERVISOR'),
  },
  {
    name: 'agree an overdraft of NaN as a teller',
    as: 'teller',
    sql: open(', agreed_limit', `'CURRENT', 'USD', '{ana}', 'NaN'`),
    expect: refused('LIMIT_NEEDS_SUPERVISOR'),
  },
  {
    name: 'agree an overdraft of NaN',
    as: 'supervisor',
    sql: open(', agreed_limit', `'CURRENT', 'USD', '{ana}', 'NaN'`),
    expect: violates('23514', 'accounts_limit_not_negative'),
  },
  {
    name: 'agree a negative overdraft',
    as: 'teller',
    sql: open(', agreed_limit', `'CURRENT', 'USD', '{ana}', -1`),
    expect: violates('23514', 'accounts_limit_not_negative'),
  },
  {
    name: 'agree an overdraft on savings',
    as: 'supervisor',
    sql: open(', agreed_limit', `'SAVINGS', 'USD', '{ana}', 1`),
    expect: violates('23514', 'accounts_limit_kind'),
  },
  ...(
    [
      [
        'raise an overdraft later',
        'supervisor',
        `agreed_limit = 999 WHERE id = '{current}'`,
        denied('table accounts'),
      ],
      [
        'give an account to somebody else',
        'supervisor',
        `customer_id = '{pending}' WHERE id = '{savings}'`,
        denied('table accounts'),
      ],
      ['unfreeze as a teller', 'teller', `status = 'ACTIVE' WHERE id = '{frozen}'`, refused('FORBIDDEN')],
      [
        'close a frozen account',
        'supervisor',
        `status = 'CLOSED' WHERE id = '{frozen}'`,
        refused('ACCOUNT_FROZEN'),
      ],
      [
        'reopen a closed account',
        'supervisor',
        `status = 'ACTIVE' WHERE id = '{closed}'`,
        refused('ACCOUNT_CLOSED'),
      ],
      [
        'close with money on it',
        'supervisor',
        `status = 'CLOSED' WHERE id = '{savings}'`,
        refused('BALANCE_NOT_ZERO'),
      ],
      ['freeze the vault', 'supervisor', `status = 'SUSPENDED' WHERE id = '{vault}'`, refused('FORBIDDEN')],
      [
        'put an account to sleep',
        'supervisor',
        `status = 'INACTIVE' WHERE id = '{savings}'`,
        refused('FORBIDDEN'),
      ],
      [
        'freeze as an auditor',
        'auditor',
        `status = 'SUSPENDED' WHERE id = '{savings}' RETURNING id`,
        nothing,
      ],
      [
        'freeze with no session',
        'nobody',
        `status = 'SUSPENDED' WHERE id = '{savings}' RETURNING id`,
        nothing,
      ],
    ] as const
  ).map(([name, as, change, expect]): Attack => ({ name, as, sql: `UPDATE accounts SET ${change}`, expect })),
]
