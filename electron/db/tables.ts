// Generated from the migrated database by `npm run types:db`. Do not edit; a test compares it with the catalogue.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** JSON is read as whatever it holds and written as text. */
type Json = ColumnType<unknown, string, string>

type AccountStatus = 'ACTIVE' | 'INACTIVE' | 'SUSPENDED' | 'CLOSED'

type AccountType =
  | 'SAVINGS'
  | 'CURRENT'
  | 'LOAN'
  | 'TELLER_CASH'
  | 'VAULT'
  | 'FEE_INCOME'
  | 'INTEREST_INCOME'
  | 'INTEREST_EXPENSE'
  | 'CASH_OVER'
  | 'CASH_SHORT'
  | 'SUSPENSE'

type ActorKind = 'PERSON' | 'JOB' | 'RECOVERY' | 'CORRECTION' | 'MIGRATION'

type DocumentStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'EXPIRED'

type DocumentType =
  | 'NATIONAL_ID'
  | 'PASSPORT'
  | 'DRIVERS_LICENSE'
  | 'UTILITY_BILL'
  | 'BANK_STATEMENT'
  | 'PHOTO'
  | 'SIGNATURE'
  | 'REGISTER_EXTRACT'

type EntrySide = 'DEBIT' | 'CREDIT'

type KycStatus = 'PENDING' | 'APPROVED' | 'REJECTED'

type NumberFormat = 'POINT_COMMA' | 'COMMA_POINT' | 'COMMA_SPACE' | 'POINT_SPACE' | 'POINT_APOSTROPHE'

type PartyStatus = 'ACTIVE' | 'INACTIVE' | 'SUSPENDED'

type TransactionStatus = 'PENDING' | 'COMPLETED' | 'FAILED' | 'CANCELLED'

type TransactionType = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER' | 'FEE' | 'INTEREST'

type UserRole = 'ADMIN' | 'TELLER' | 'SUPERVISOR' | 'AUDITOR' | 'API_USER'

interface AccountKindsTable {
  account_type: AccountType
  normal_side: EntrySide
  holder: string
  drawn_from: string
  may_have_limit: boolean
  debit_refusal: string | null
  credit_refusal: string | null
  derived: Generated<boolean>
  has_passbook: Generated<boolean>
}

interface AccountSumsTable {
  account_id: string
  transaction_type: TransactionType
  business_date: string
  total: string
}

interface AccountsTable {
  id: Generated<string>
  account_number: Generated<string>
  customer_id: string | null
  account_type: AccountType
  currency: string
  status: Generated<AccountStatus>
  status_reason: string | null
  minimum_balance: Generated<string>
  agreed_limit: Generated<string>
  branch_id: Generated<string>
  till_id: string | null
  created_by: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  holder: GeneratedAlways<string>
  product_id: string | null
  reactivated_on: string | null
  frozen_from: AccountStatus | null
  kyc_block: string | null
  closed_on: Generated<string | null>
}

interface ActingTable {
  pid: number
  xid: string
  user_id: string | null
  actor: ActorKind
  cause_type: string
  cause_id: string
}

interface ApprovalKindsTable {
  kind: string
  proposers: UserRole[]
  deciders: UserRole[]
  shower: string
  performer: string
  ender: string | null
  lapses: Generated<boolean>
  refusal_is_final: Generated<boolean>
  needs_count: Generated<boolean>
  needs_reason: Generated<boolean>
  may_withdraw: Generated<boolean>
  outlives_proposer: Generated<boolean>
  gives_power: Generated<boolean>
}

interface ApprovalsTable {
  id: string
  kind: string
  branch_id: string
  subject_type: string
  subject_id: string
  concerns: string | null
  payload: Json
  facts: Json | null
  status: Generated<string>
  proposed_by: string
  proposed_at: Generated<string>
  business_date: string | null
  decided_by: string | null
  decided_at: string | null
  decided_beside: string | null
  shown_facts: Json | null
  shown_hash: Buffer | null
  decision_reason: string | null
  result: Json | null
}

interface ArchiveChecksTable {
  piece_id: string
  rows: number
  good: boolean
  checked_at: string
}

interface ArchiveEventsTable {
  id: Generated<string>
  seal_id: string
  what: string
  file_hash: Buffer | null
  bytes: string | null
  folder: string | null
  user_id: string | null
  at: Generated<string>
}

interface ArchivePiecesTable {
  id: Generated<string>
  kind: string
  period: string
  day: string
  branch_id: string | null
  rows: number
  hash: Buffer
}

interface ArchiveSealsTable {
  id: Generated<string>
  kind: string
  period: string
  format: number
  rows: string
  pieces: number
  digest: Buffer
  sealed_by: string | null
  sealed_at: Generated<string>
}

interface AuditGrowthTable {
  day: string
  rows: string
  bytes: string
  log_bytes: string
  database_bytes: string
}

interface AuditLogsTable {
  id: Generated<string>
  user_id: string | null
  action: string
  resource_type: string
  resource_id: string | null
  details: Json
  created_at: Generated<string>
  xid: Generated<string>
  hash: Buffer
  actor: Generated<ActorKind>
  cause_type: Generated<string | null>
  cause_id: string | null
  workstation: Generated<string | null>
  session_id: string | null
  build: Generated<string | null>
}

interface AuditLogsArchiveTable {
  id: Generated<string>
  user_id: string | null
  action: string
  resource_type: string
  resource_id: string | null
  details: Json
  created_at: Generated<string>
  xid: Generated<string>
  hash: Buffer
  actor: Generated<ActorKind>
  cause_type: Generated<string | null>
  cause_id: string | null
  workstation: Generated<string | null>
  session_id: string | null
  build: Generated<string | null>
}

interface BalancesTable {
  account_id: string
  ledger_balance: Generated<string>
  available_balance: Generated<string>
  entry_count: Generated<string>
  updated_at: Generated<string>
  held: Generated<string>
}

interface BookCheckFaultsTable {
  id: Generated<string>
  check_id: string
  fault: string
  subject: string
  currency: string | null
  expected: string | null
  found: string | null
  on_date: string | null
  reference: string | null
}

interface BookCheckProgressTable {
  check_id: string
  phase: Generated<string>
  at_branch: string | null
  at_date: string | null
  at_account: string | null
  at_sequence: Generated<string>
  done: Generated<string>
  total: string
  faults: Generated<number>
  found: Generated<Json>
}

interface BookChecksTable {
  id: string
  asked_by: string
  started_at: Generated<string>
  finished_at: string | null
  status: Generated<string>
  faults: number | null
}

interface BranchCrossingsTable {
  action: string
  allowed: boolean
  reason: string
}

interface BranchesTable {
  id: Generated<string>
  name: string
  currency: string
  time_zone: string
  created_at: Generated<string>
  number_format: NumberFormat
  weekend: Generated<number[]>
  minimum_customer_age: Generated<number>
  second_person: string | null
  count_tolerance: Generated<string>
  code: string
  address: string | null
  closed_at: string | null
}

interface BusinessDaysTable {
  id: Generated<string>
  branch_id: string
  business_date: string
  opened_by: string
  opened_at: Generated<string>
  closed_by: string | null
  closed_at: string | null
  withdrawn_at: string | null
  status: GeneratedAlways<string>
}

interface CashAlertsTable {
  id: Generated<string>
  kind: string
  person_id: string
  currency: string
  is_in: boolean
  first_date: string
  last_date: string
  threshold: string
  status: Generated<string>
  reason: string | null
  report: Json | null
  decided_by: string | null
  decided_at: string | null
  created_at: Generated<string>
}

interface CashCountsTable {
  approval_id: string
  counted_by: string
  counted: string
  counted_at: Generated<string>
}

interface CashRulesTable {
  id: Generated<string>
  currency: string
  identify_above: string
  report_above: string
  window_days: number
  least_postings: number
  sum_share: number
  valid_from: string
  approval_id: string | null
  created_at: Generated<string>
}

interface CashSumsTable {
  person_id: string
  currency: string
  is_in: boolean
  business_date: string
  total: string
  postings: number
}

interface ClosedMonthsTable {
  id: Generated<string>
  month: string
  closed_by: string
  closed_at: Generated<string>
}

interface CommonPasswordsTable {
  word: string
}

interface CurrenciesTable {
  code: string
  minor_units: number
}

interface CustomerCorrectionsTable {
  id: string
  customer_id: string
  document_id: string
  from_first_name: string | null
  from_last_name: string
  from_date_of_birth: string
  first_name: string | null
  last_name: string
  date_of_birth: string
  reason: string
  status: Generated<string>
  created_by: string
  created_at: Generated<string>
  decided_by: string | null
  decided_at: string | null
  decline_reason: string | null
  from_nationality: string | null
  nationality: string | null
}

interface CustomersTable {
  id: Generated<string>
  customer_number: Generated<string>
  first_name: string | null
  last_name: string
  email: string | null
  phone: string | null
  date_of_birth: string
  address: string | null
  city: string | null
  country: string | null
  occupation: string | null
  income_range: string | null
  kyc_status: Generated<KycStatus>
  status: Generated<PartyStatus>
  created_by: Generated<string>
  created_at: Generated<string>
  updated_at: Generated<string>
  name_key: Generated<string>
  surname_key: Generated<string>
  branch_id: Generated<string>
  phone_extension: string | null
  phone_national: GeneratedAlways<string | null>
  postcode: string | null
  nationality: string | null
  tax_residences: Json | null
  status_reason: string | null
  kind: Generated<string>
  registration_number: string | null
  guardian_id: string | null
}

interface DayJobPartsTable {
  job_id: string
  work: string
  day: string | null
  at_account: string | null
  done: Generated<number>
}

interface DayProofsTable {
  id: string
  content: Json
  hash: Buffer
}

interface DaySealsTable {
  day_id: string
  transactions: number
  entries: number
  sealed_at: Generated<string>
  checked_at: string | null
}

interface DayTotalsTable {
  id: Generated<string>
  day_id: string
  branch_id: string
  account_type: AccountType
  product_id: string | null
  currency: string
  value_date: string
  debits: string
  credits: string
  entries: number
}

interface DayWithdrawalsTable {
  id: Generated<string>
  business_day_id: string
  reason: string
  proposed_by: string
  proposed_at: Generated<string>
  status: Generated<string>
  decided_by: string | null
  decided_at: string | null
}

interface DocumentDeletionsTable {
  id: string
  rule_id: string
  event_on: string
  due_on: string
  deleted_on: string
  deleted_at: Generated<string>
  job_id: string
  files: number
}

interface DocumentViewsTable {
  id: Generated<string>
  document_id: string
  session_id: string
  user_id: string
  workstation: string
  content_digest: Buffer
  opened_at: Generated<string>
  opened_xid: Generated<string>
  read_at: string | null
  shown_at: string | null
}

interface EnrolmentAttemptsTable {
  id: Generated<string>
  ticket_hash: Buffer
  xid: Generated<string>
  tried_at: Generated<string>
  computer: string
  address: string
  code_id: string | null
  verdict: string
  used: Generated<boolean>
}

interface EnrolmentCodesTable {
  id: string
  code_hash: Buffer
  computer: string
  branch_id: string
  status: Generated<string>
  expires_at: string
  used_at: string | null
  used_by: string | null
  used_from: string | null
  verifier_hash: Buffer | null
  workstation_id: string | null
  created_at: Generated<string>
}

interface EnrolmentRulesTable {
  one: Generated<boolean>
  most_hours: number
  tries_per_address: number
  tries_in_all: number
  within: string
  rotate_after: string
}

interface EntriesTable {
  id: string | null
  transaction_id: string
  account_id: string
  entry_type: EntrySide
  amount: string
  sequence: string
  balance_after: string
  created_at: string | null
  business_date: string
  value_date: string
  actor: ActorKind
  available_after: string | null
}

interface GlAccountsTable {
  id: Generated<string>
  code: string
  name: string
  parent_id: string | null
  class: string
  normal_side: EntrySide
}

interface GlSetsTable {
  id: Generated<string>
  gl_account_id: string
  account_type: AccountType
  currency: string | null
  product_id: string | null
}

interface HoldsTable {
  id: Generated<string>
  account_id: string
  amount: string
  currency: string
  reason: string
  kind: string
  transaction_id: string | null
  placed_by: string | null
  placed_at: Generated<string>
  expires_on: string | null
  released_by: string | null
  released_at: string | null
  release_reason: string | null
}

interface InterestAccrualsTable {
  account_id: string
  through: string
  entry_count: string
  earned: Generated<string>
  owed: Generated<string>
  posted_through: string | null
}

interface JobAttemptsTable {
  id: Generated<string>
  job: string
  period: string
  attempt: number
  skipped: Generated<string>
  extra: boolean
  asked_by: string | null
  status: Generated<string>
  cancel: Generated<boolean>
  done: Generated<string>
  total: string | null
  workstation: string
  build: string
  pid: number
  started_at: Generated<string>
  heartbeat_at: Generated<string>
  ended_at: string | null
  error: string | null
}

interface JobRunsTable {
  id: Generated<string>
  kind: string
  branch_id: string
  business_date: string
  status: Generated<string>
  done: Generated<number>
  total: Generated<number>
  requested_by: string | null
  started_at: Generated<string>
  finished_at: string | null
  error: string | null
}

interface JobsTable {
  name: string
  position: number
  every: string
  anchor: string
  catch_up: string
  worker: string | null
  done_through: string | null
  asked_at: string | null
  asked_by: string | null
  retry_at: string | null
  only_embedded: Generated<boolean>
  retry_after: string | null
}

interface KycClaimsTable {
  customer_id: string
  user_id: string
  session_id: string
  claimed_at: Generated<string>
  lapses_at: string
}

interface KycDocumentsTable {
  id: Generated<string>
  customer_id: string
  document_type: DocumentType
  document_number: string
  file_id: string
  file_path: GeneratedAlways<string | null>
  status: Generated<DocumentStatus>
  created_by: Generated<string>
  verified_by: string | null
  decided_at: string | null
  rejection_reason: string | null
  expires_at: string | null
  content_digest: Generated<Buffer>
  decided_digest: Buffer | null
  created_at: Generated<string>
  updated_at: Generated<string>
  issuing_country: string | null
  number_key: Generated<string>
  shown_to_checker: boolean | null
  rejection_code: string | null
  issued_on: string | null
}

interface KycFileKeysTable {
  file_id: string
  generation: number
  wrapped_key: Buffer
  unreadable: Generated<boolean>
}

interface KycFilesTable {
  id: Generated<string>
  media_type: string
  byte_size: number
  content: Buffer
  content_sha256: GeneratedAlways<Buffer | null>
  created_by: Generated<string>
  created_at: Generated<string>
  content_mac: Buffer | null
  page_mac: Buffer | null
}

interface KycPagesTable {
  document_id: string
  page_no: number
  side: string
  file_id: string
}

interface KycPoliciesTable {
  id: Generated<string>
  branch_id: string | null
  risk: string
  identity_types: DocumentType[]
  identities: number
  countries: string[] | null
  address_types: DocumentType[]
  addresses: number
  address_days: number
  expired_blocks: string
  review_years: number
  valid_from: string
  approval_id: string | null
  created_at: Generated<string>
  extracts: Generated<number>
  extract_days: Generated<number>
}

interface KycReadingsTable {
  document_id: string
  content: Buffer
}

interface KycRequestsTable {
  id: string
  customer_id: string
  missing: string[]
  still_missing: string[]
  words: string | null
  created_by: string
  created_at: Generated<string>
  ended_at: string | null
  ended_by: string | null
}

interface KycReviewsTable {
  id: string
  customer_id: string
  reviewed_on: string
  next_due: string
  risk: string
  words: string
  created_by: string
  created_at: Generated<string>
}

interface KycStandingTable {
  customer_id: string
  risk: Generated<string>
  risk_reasons: Generated<Json>
  rated_risk: string | null
  rating_id: string | null
  expired_on: string | null
  reviewed_on: string
  review_due: string
}

interface LatinLettersTable {
  block: number
  letters: string[]
}

interface LegalHoldsTable {
  id: string
  customer_id: string
  reason: string
  placed_by: string
  placed_at: Generated<string>
  released_by: string | null
  released_at: string | null
  release_reason: string | null
}

interface LoanInstalmentsTable {
  number: number
  due_on: string
  principal: string
  interest: string
  loan_id: string
}

interface LoansTable {
  account_id: string
  transaction_id: string
  principal: string
  method: string
  paid_out_on: string
  created_by: string
  reversed_by: string | null
}

interface MonthlyFeesTable {
  account_id: string
  month_end: string
  amount: string
  posted_on: string | null
  kept: string | null
}

interface NamePartsTable {
  part: string
  near: string[]
}

interface PartiesTable {
  id: string
  customer_id: string
  account_id: string | null
  party_id: string
  power: string
  together: Generated<boolean>
  per_posting: string | null
  currency: string | null
  share: string | null
  valid_from: string
  valid_until: string | null
  replaces: string | null
  ended: Generated<boolean>
  created_by: string
  decided_by: string
  created_at: Generated<string>
}

interface PassbookLayoutsTable {
  id: Generated<string>
  width: string
  height: string
  first_line: string
  line_spacing: string
  lines_a_page: number
  fold_after: number | null
  fold_gap: string
  pages: number
  edges: string[]
  created_at: Generated<string>
}

interface PassbookPrintsTable {
  id: Generated<string>
  passbook_id: string
  first_line: number
  last_line: number
  begun_by: string
  begun_at: Generated<string>
  is_asked: boolean
  known_line: number | null
  known_by: string | null
  known_at: string | null
}

interface PassbooksTable {
  id: string
  account_id: string
  number: number
  serial_number: string
  layout_id: string
  starts_after: string
  brought_forward: string | null
  printed: Generated<number>
  issued_on: string
  issued_by: string
  issued_at: Generated<string>
  end_reason: string | null
  ended_by: string | null
  ended_at: string | null
}

interface PaymentImportsTable {
  id: string
  branch_id: string
  account_id: string
  currency: string
  file_name: string
  file_hash: Buffer
  format: string
  message_id: string | null
  description: string | null
  payments: number
  total: string
  left_out: number
  status: string
  job_id: string | null
  requested_by: string
  requested_at: Generated<string>
  posted: number | null
  posted_total: string | null
  refused: number | null
  fees: Generated<string>
  fee_transaction_id: string | null
}

interface PaymentLinesTable {
  import_id: string
  line: number
  account_text: string
  account_id: string | null
  amount: string | null
  name: string
  reference: string
  transaction_id: string | null
  refusal: string | null
  facts: Json | null
  fee: Generated<string>
}

interface PersonSumsTable {
  user_id: string
  transaction_type: TransactionType
  currency: string
  business_date: string
  total: string
}

interface PostingLimitsTable {
  id: Generated<string>
  branch_id: string | null
  role: UserRole
  transaction_type: TransactionType
  currency: string
  per_posting: string
  per_person_day: string
  per_account_day: string
  valid_from: string
  valid_until: string | null
  approval_id: string | null
  created_at: Generated<string>
}

interface PostingPresentersTable {
  transaction_id: string
  person_id: string
  customer_id: string | null
  full_name: string
  name_key: string
  date_of_birth: string
  document_type: DocumentType | null
  document_number: string | null
  number_key: string | null
  issuing_country: string | null
  on_behalf_of: string | null
  created_at: Generated<string>
}

interface PostingRulesTable {
  transaction_type: TransactionType
  debit_type: AccountType
  credit_type: AccountType
  role: UserRole
  channel: string
}

interface PostingSignersTable {
  transaction_id: string
  customer_id: string
}

interface PresenterLinksTable {
  person_id: string
  customer_id: string
  linked_at: Generated<string>
}

interface ProductTermsTable {
  id: Generated<string>
  product_id: string
  valid_from: string
  day_count: string
  minimum_balance: Generated<string>
  rates: Generated<Json>
  overdraft_rate: Generated<string>
  monthly_fee: Generated<string>
  fees: Generated<Json>
  created_at: Generated<string>
  dormant_after: number | null
  fee_waived_from: string | null
}

interface ProductsTable {
  id: Generated<string>
  name: string
  account_type: AccountType
  currency: string
  is_standard: Generated<boolean>
  charges_postings: Generated<boolean>
  created_at: Generated<string>
}

interface ProposedPasswordsTable {
  approval_id: string
  first_half: string
  second_half: string | null
  wrapped_key: Buffer | null
}

interface RecoveryCodesTable {
  user_id: string
  number: number
  code_hash: string
  used_at: string | null
}

interface RecoverySheetsTable {
  id: Generated<string>
  number: number
  wrapped_key: Buffer | null
  approval_id: string | null
  made_by: string
  made_at: Generated<string>
  voided_at: string | null
}

interface RetentionRulesTable {
  id: Generated<string>
  branch_id: string | null
  purpose: string
  event: string
  years: number
  valid_from: string
  approval_id: string | null
  created_at: Generated<string>
}

interface ReversalLimitsTable {
  role: UserRole
  currency: string
  per_posting: string
  per_day: string
  id: Generated<string>
  branch_id: string | null
  valid_from: string
  valid_until: string | null
  approval_id: string | null
  created_at: Generated<string>
}

interface ReversalReasonsTable {
  code: string
  name: string
  needs_words: Generated<boolean>
  position: number
}

interface RiskFactorsTable {
  kind: string
  value: string
  risk: string
}

interface SchemaServesTable {
  one: Generated<boolean>
  oldest: string
}

interface ScreeningCasesTable {
  id: Generated<string>
  customer_id: string
  likeness: Buffer
  list: string
  reference: string
  listed_name: string
  score: number
  facts: Json
  status: Generated<string>
  clear_reason: string | null
  words: string | null
  decided_by: string | null
  decided_at: string | null
  created_at: Generated<string>
}

interface ScreeningComparedTable {
  word: string
}

interface ScreeningEntitiesTable {
  id: GeneratedAlways<number>
  version_id: string
  reference: string
  kind: string
  programme: string | null
  birth_text: string | null
  birth_years: number[]
}

interface ScreeningNamesTable {
  id: GeneratedAlways<number>
  entity_id: number
  name: string
  is_alias: boolean
  is_weak: boolean
}

interface ScreeningNearTable {
  word: string
  word_id: number
  score: number
  years: string
}

interface ScreeningPlacesTable {
  word_id: number
  birth_year: number
  name_id: number
  mask: number
  words: number
}

interface ScreeningRunsTable {
  id: string
  customers: number
  done: Generated<number>
  cases: Generated<number>
  last_customer: string | null
  status: Generated<string>
  created_by: string
  created_at: Generated<string>
  ended_at: string | null
}

interface ScreeningVersionsTable {
  id: string
  list: string
  format: string
  file_hash: Buffer
  published: string | null
  status: Generated<string>
  entities: Generated<number>
  names: Generated<number>
  faults: number
  created_by: string
  created_at: Generated<string>
}

interface ScreeningWordKeysTable {
  key: string
  word_id: number
}

interface ScreeningWordsTable {
  id: GeneratedAlways<number>
  word: string
  sound: string
  years: Generated<string>
}

interface SecondFactorRolesTable {
  id: Generated<string>
  branch_id: string
  role: UserRole
  required_since: Generated<string>
}

interface SecondFactorsTable {
  user_id: string
  sealed_secret: Buffer | null
  confirmed_at: string | null
  last_step: Generated<string>
  offered_secret: Buffer | null
  offered_at: string | null
}

interface ServerReportsTable {
  only_one: Generated<boolean>
  posted_at: string
  free_bytes: string | null
  backup_code: number | null
  backup_message: string | null
  backup_at: string | null
  backup_failed: boolean
}

interface SessionsTable {
  id: Generated<string>
  token_hash: Buffer
  user_id: string
  workstation: string
  created_at: Generated<string>
  expires_at: string
  ended_at: string | null
  ended_because: string | null
  epoch: Generated<number>
  build: string
  awaits_factor: Generated<boolean>
  proven_at: string | null
  used_at: string | null
}

interface SettledIntentsTable {
  id: string
  branch_id: string
  maker: string
  outcome: string
  asked_by: string
  settled_at: Generated<string>
}

interface SignInAttemptsTable {
  id: Generated<string>
  ticket_hash: Buffer
  purpose: string
  username: string
  workstation: string
  tried_at: Generated<string>
  allowed: boolean
  good: boolean
  session_epoch: number
  xid: Generated<string>
  forgiven: Generated<boolean>
  used: Generated<boolean>
  recorded: Generated<boolean>
  build: string
  step: Generated<string>
  recovery_number: Generated<number>
  other_branch: Generated<boolean>
}

interface TillSessionsTable {
  id: Generated<string>
  till_id: string
  user_id: string
  business_day_id: string
  open_key: string
  opening_float: string
  opened_at: Generated<string>
  close_key: string | null
  expected: string | null
  counted: string | null
  closed_by: string | null
  closed_at: string | null
  count_locked_at: string | null
}

interface TillsTable {
  id: Generated<string>
  branch_id: string
  name: string
  created_at: Generated<string>
}

interface TransactionsTable {
  id: Generated<string>
  transaction_id: string
  idempotency_key: string
  payload_hash: Buffer
  from_account_id: string | null
  to_account_id: string | null
  amount: string
  currency: string
  transaction_type: TransactionType
  description: string | null
  status: TransactionStatus
  business_date: string
  branch_id: string
  created_by: string | null
  created_at: Generated<string>
  processed_at: string | null
  actor: ActorKind
  cause_type: string
  cause_id: string | null
  workstation: string
  session_id: string | null
  build: string
  value_date: string
  reversal_of: string | null
  reason_code: string | null
  status_reason: string | null
}

interface UserKeysTable {
  user_id: string
  wrapped_key: Buffer
  generation: Generated<number>
}

interface UsersTable {
  id: Generated<string>
  username: string
  full_name: string
  email: string
  password_hash: string
  must_change_password: Generated<boolean>
  role: UserRole
  status: Generated<PartyStatus>
  branch_id: string
  created_at: Generated<string>
  session_epoch: Generated<number>
  temporary_since: string | null
  password_giver: string | null
  home_branch_id: string | null
  assigned_until: string | null
  assigned_by: string | null
}

interface VaultGenerationsTable {
  id: Generated<string>
  generation: number
  check_value: Buffer | null
  hash_key: Buffer | null
  sealed_key: Buffer | null
  approval_id: string | null
  made_by: string | null
  made_at: Generated<string>
  ended_at: string | null
}

interface WholeAuditLogTable {
  id: ColumnType<string | null, never, never>
  user_id: ColumnType<string | null, never, never>
  action: ColumnType<string | null, never, never>
  resource_type: ColumnType<string | null, never, never>
  resource_id: ColumnType<string | null, never, never>
  details: ColumnType<Json | null, never, never>
  created_at: ColumnType<string | null, never, never>
  xid: ColumnType<string | null, never, never>
  hash: ColumnType<Buffer | null, never, never>
  actor: ColumnType<ActorKind | null, never, never>
  cause_type: ColumnType<string | null, never, never>
  cause_id: ColumnType<string | null, never, never>
  workstation: ColumnType<string | null, never, never>
  session_id: ColumnType<string | null, never, never>
  build: ColumnType<string | null, never, never>
}

interface WorkstationVisitsTable {
  login: string
  computer: string
  build: string
  address: string | null
  seen_at: Generated<string>
}

interface WorkstationsTable {
  id: Generated<string>
  login: string
  computer: string
  branch_id: string
  status: Generated<string>
  enrolled_at: Generated<string>
  rotated_at: Generated<string>
  ended_at: string | null
  ended_by: string | null
}

export interface DB {
  account_kinds: AccountKindsTable
  account_sums: AccountSumsTable
  accounts: AccountsTable
  acting: ActingTable
  approval_kinds: ApprovalKindsTable
  approvals: ApprovalsTable
  archive_checks: ArchiveChecksTable
  archive_events: ArchiveEventsTable
  archive_pieces: ArchivePiecesTable
  archive_seals: ArchiveSealsTable
  audit_growth: AuditGrowthTable
  audit_logs: AuditLogsTable
  audit_logs_archive: AuditLogsArchiveTable
  balances: BalancesTable
  book_check_faults: BookCheckFaultsTable
  book_check_progress: BookCheckProgressTable
  book_checks: BookChecksTable
  branch_crossings: BranchCrossingsTable
  branches: BranchesTable
  business_days: BusinessDaysTable
  cash_alerts: CashAlertsTable
  cash_counts: CashCountsTable
  cash_rules: CashRulesTable
  cash_sums: CashSumsTable
  closed_months: ClosedMonthsTable
  common_passwords: CommonPasswordsTable
  currencies: CurrenciesTable
  customer_corrections: CustomerCorrectionsTable
  customers: CustomersTable
  day_job_parts: DayJobPartsTable
  day_proofs: DayProofsTable
  day_seals: DaySealsTable
  day_totals: DayTotalsTable
  day_withdrawals: DayWithdrawalsTable
  document_deletions: DocumentDeletionsTable
  document_views: DocumentViewsTable
  enrolment_attempts: EnrolmentAttemptsTable
  enrolment_codes: EnrolmentCodesTable
  enrolment_rules: EnrolmentRulesTable
  entries: EntriesTable
  gl_accounts: GlAccountsTable
  gl_sets: GlSetsTable
  holds: HoldsTable
  interest_accruals: InterestAccrualsTable
  job_attempts: JobAttemptsTable
  job_runs: JobRunsTable
  jobs: JobsTable
  kyc_claims: KycClaimsTable
  kyc_documents: KycDocumentsTable
  kyc_file_keys: KycFileKeysTable
  kyc_files: KycFilesTable
  kyc_pages: KycPagesTable
  kyc_policies: KycPoliciesTable
  kyc_readings: KycReadingsTable
  kyc_requests: KycRequestsTable
  kyc_reviews: KycReviewsTable
  kyc_standing: KycStandingTable
  latin_letters: LatinLettersTable
  legal_holds: LegalHoldsTable
  loan_instalments: LoanInstalmentsTable
  loans: LoansTable
  monthly_fees: MonthlyFeesTable
  name_parts: NamePartsTable
  parties: PartiesTable
  passbook_layouts: PassbookLayoutsTable
  passbook_prints: PassbookPrintsTable
  passbooks: PassbooksTable
  payment_imports: PaymentImportsTable
  payment_lines: PaymentLinesTable
  person_sums: PersonSumsTable
  posting_limits: PostingLimitsTable
  posting_presenters: PostingPresentersTable
  posting_rules: PostingRulesTable
  posting_signers: PostingSignersTable
  presenter_links: PresenterLinksTable
  product_terms: ProductTermsTable
  products: ProductsTable
  proposed_passwords: ProposedPasswordsTable
  recovery_codes: RecoveryCodesTable
  recovery_sheets: RecoverySheetsTable
  retention_rules: RetentionRulesTable
  reversal_limits: ReversalLimitsTable
  reversal_reasons: ReversalReasonsTable
  risk_factors: RiskFactorsTable
  schema_serves: SchemaServesTable
  screening_cases: ScreeningCasesTable
  screening_compared: ScreeningComparedTable
  screening_entities: ScreeningEntitiesTable
  screening_names: ScreeningNamesTable
  screening_near: ScreeningNearTable
  screening_places: ScreeningPlacesTable
  screening_runs: ScreeningRunsTable
  screening_versions: ScreeningVersionsTable
  screening_word_keys: ScreeningWordKeysTable
  screening_words: ScreeningWordsTable
  second_factor_roles: SecondFactorRolesTable
  second_factors: SecondFactorsTable
  server_reports: ServerReportsTable
  sessions: SessionsTable
  settled_intents: SettledIntentsTable
  sign_in_attempts: SignInAttemptsTable
  till_sessions: TillSessionsTable
  tills: TillsTable
  transactions: TransactionsTable
  user_keys: UserKeysTable
  users: UsersTable
  vault_generations: VaultGenerationsTable
  whole_audit_log: WholeAuditLogTable
  workstation_visits: WorkstationVisitsTable
  workstations: WorkstationsTable
}
