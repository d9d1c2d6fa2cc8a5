import { ARCHIVE_ERRORS } from './archive-faults.ts'
import { FACTOR_ERRORS, FACTOR_GATES } from './factor-errors.ts'
import { KYC_ERRORS } from './kyc-errors.ts'
import { DOCUMENT_KEY_ERRORS, DOCUMENT_ERRORS } from './document-errors.ts'
import { ENROLMENT_ERRORS } from './enrolment-errors.ts'
import { PAPER_ERRORS, PRINTER_ERRORS } from './printer-errors.ts'
import { SCANNER_ERRORS } from './scanner-errors.ts'
import { SIGNER_ERRORS } from './signer-errors.ts'
import { failure, type Failure, type FailureDetails } from './result.ts'
import { screeningErrors } from './screening-errors.ts'

/**
 * Every expected failure, by name, with the facts that always come with it. `fail` raises them here and `refuse` in SQL, the contract declares
 * which call may answer with which, i18n/en/errors.ts has their sentences; types and test/contract/errors-in-sql.test.ts check it all.
 */

/** Any call may answer with these, so the contract does not repeat them. */
const ANY_CALL = {
  ...DOCUMENT_KEY_ERRORS,
  VALIDATION: [],
  NOT_SIGNED_IN: [],
  SESSION_LOCKED: [],
  PASSWORD_CHANGE_REQUIRED: [],
  ...FACTOR_GATES,
  FORBIDDEN: [],
  SERVER_UNREACHABLE: [],
  SERVER_BUSY: [],
  /** The standby that keeps the second copy does not confirm: what was sent may be lost with the server, and may be there. */
  STANDBY_SILENT: [],
  /** The note of it could not be written on this workstation's disk, so nothing was sent. */
  INTENT_NOT_WRITTEN: [],
  /** Somebody was told that it is not posted, after its answer was lost: it stays so. */
  INTENT_SETTLED: [],
  WORKSTATION_REVOKED: [],
  ...PAPER_ERRORS,
  WORK_CANCELLED: [],
  INTERNAL: [],
} as const

/** Only a call whose contract declares one of these may answer with it. */
const DOMAIN = {
  ...ARCHIVE_ERRORS,
  ...FACTOR_ERRORS,
  ...KYC_ERRORS,
  ...DOCUMENT_ERRORS,
  ...ENROLMENT_ERRORS,
  ...PRINTER_ERRORS,
  ...screeningErrors,
  ACCOUNT_CLOSED: ['account'],
  ACCOUNT_DORMANT: ['account'],
  ACCOUNT_FROZEN: ['account'],
  ACCOUNT_HAS_HOLDS: ['held', 'currency'],
  ACCOUNT_NOT_DORMANT: [],
  ACCOUNT_NOT_FOUND: [],
  ACCOUNT_NOT_FROZEN: [],
  ACCOUNT_NUMBER_INVALID: [],
  ALERT_NOT_FOUND: [],
  ALREADY_DECIDED: [],
  /** `reference` is that of the reversal. */
  ALREADY_REVERSED: ['reference'],
  /** `here` and `there` are what the text means in the number format of the branch and in another one. */
  AMOUNT_AMBIGUOUS: ['text', 'here', 'there'],
  AMOUNT_NEGATIVE: [],
  AMOUNT_NOT_A_NUMBER: [],
  AMOUNT_OTHER_CURRENCY: ['typed', 'currency'],
  /** `there` is what the text means in the number format in which it is written. */
  AMOUNT_OTHER_FORMAT: ['text', 'there'],
  AMOUNT_SUM_UNFINISHED: [],
  AMOUNT_TOO_LARGE: [],
  AMOUNT_TOO_PRECISE: ['currency', 'decimals'],
  AMOUNT_ZERO: [],
  APPROVAL_NOT_FOUND: [],
  BALANCE_NOT_ZERO: ['balance', 'currency'],
  BALANCE_TOO_LARGE: [],
  BIRTH_IN_FUTURE: [],
  BIRTH_TOO_EARLY: [],
  /** `available` is what can be drawn and leaves the `minimum` of the account. */
  BELOW_MINIMUM: ['available', 'minimum', 'currency'],
  BRANCH_DAY_CLOSED: [],
  BRANCH_DAY_OPEN: [],
  BUSINESS_DATE_NOT_LATER: [],
  BUSINESS_DATE_TOO_FAR: ['latest'],
  CASH_IN_OTHER_CURRENCY: ['cash', 'currency'],
  CHANGED_MEANWHILE: [],
  CHART_FAULTY: [],
  /** `fault` is a code of shared/backup-faults.ts, `about` the file, folder, line or moment that its sentence names. */
  BACKUP_REFUSED: ['fault', 'about', 'earlier'],
  CHART_UNCHANGED: [],
  CHECK_NOT_FOUND: [],
  CORRECTION_NOT_FOUND: [],
  CORRECTION_WAITS: [],
  COMPANY_KNOWN: [],
  COUNTS_DIFFER: ['first', 'second', 'currency'],
  COUNT_LOCKED: [],
  COUNT_MISSING: [],
  CURRENCY_MISMATCH: ['account', 'accountCurrency', 'currency'],
  CURRENCY_NOT_SUPPORTED: [],
  CUSTOMER_NOT_ACTIVE: [],
  CUSTOMER_NOT_FOUND: [],
  DAY_HAS_POSTINGS: ['date'],
  DAY_NOT_FOUND: [],
  /** `account` is its name and number, or what the check of the books names; `expected` is what its entries say. */
  DAY_NOT_PROVEN: ['account', 'expected', 'found', 'currency'],
  CUSTOMER_TOO_YOUNG: ['minimumAge'],
  EMAIL_TAKEN: [],
  /** `maximum` is how many entries one file may have. */
  EXPORT_TOO_LONG: ['maximum'],
  FEE_BOUNDS_CROSSED: [],
  FIRST_DUE_WRONG: ['after', 'latest'],
  ...SCANNER_ERRORS,
  HOLD_ENDS_TOO_EARLY: ['earliest'],
  HOLD_NOT_FOUND: [],
  HOLD_RELEASED: [],
  IDENTIFICATION_NEEDED: ['amount', 'currency'],
  INTENT_NOT_FOUND: [],
  INSUFFICIENT_FUNDS: ['available', 'currency'],
  /** `interest` is what the bank would pay, less what it would charge. */
  INTEREST_NOT_SETTLED: ['interest', 'currency'],
  JOB_STILL_RUNS: ['job'],
  KEY_REUSED: [],
  KYC_NOT_APPROVED: [],
  LAST_ADMINISTRATOR: [],
  /** `available` is the lowest limit that covers what is drawn. */
  LIMIT_BELOW_USE: ['available', 'currency'],
  /** `date` is the first on which a limit may begin. */
  LIMIT_DATES: ['date'],
  LIMIT_NOT_POSSIBLE: [],
  LIMIT_UNCHANGED: [],
  LIMIT_WAITS: ['proposer'],
  LOAN_PAID_OUT: [],
  LOAN_PAYOUT_WAITS: ['proposer'],
  LOAN_OVERPAID: ['available', 'currency'],
  /** Whoever proposed the posting is no user any more who may post. */
  MAKER_NOT_ACTIVE: [],
  /** `until` is the last day that is closed, or of the month that has not ended. */
  MONTH_CLOSED: ['until'],
  MONTH_NOT_ENDED: ['until'],
  MONTH_STILL_OPEN: ['branch', 'date'],
  /** `letter` is not of the alphabet of the others, and looks like one of theirs. */
  NAME_MIXES_ALPHABETS: ['letter'],
  NAME_WITHOUT_LETTERS: [],
  NOTHING_TO_CORRECT: [],
  /** Decider and proposer were both let in by one person, or one by the other. */
  NOT_TWO_PEOPLE: ['person'],
  /** An approval needs the content to have been drawn on this screen in this session. */
  NOT_SHOWN: [],
  /** What belongs to another branch is decided there. */
  OTHER_BRANCH: ['branch'],
  /** It concerns the person who would decide it. */
  OWN_CASE: [],
  OWN_PROPOSAL: [],
  OWN_ROLE: [],
  OWN_UPLOAD: [],
  OWN_USER: [],
  PASSWORD_HALF_MISSING: [],
  PASSWORD_TOO_LONG: ['maximum'],
  PASSWORD_TOO_SHORT: ['minimum'],
  PASSWORD_UNCHANGED: [],
  PASSWORD_WRONG: [],
  PAYMENTS_NOT_FOUND: [],
  PAYMENT_FILE_FAULTY: [],
  /** A power begins after the business date, and ends after it has begun; `date` is the earliest. */
  PARTY_DATES: ['date'],
  PARTY_KNOWN: [],
  PARTY_NOT_FOUND: [],
  PARTY_NOT_IDENTIFIED: [],
  PARTY_NOT_POSSIBLE: [],
  PARTY_TOO_YOUNG: [],
  PARTY_WAITS: ['proposer'],
  /** It was taken before, by whom and on what date. */
  PAYMENT_FILE_KNOWN: ['file', 'person', 'date'],
  PAYMENT_MESSAGE_KNOWN: ['message', 'file', 'person', 'date'],
  PHONE_INVALID: [],
  POSTINGS_STILL_WAIT: ['references'],
  POSTING_NOT_ALLOWED: [],
  PRODUCT_NAME_TAKEN: [],
  PRODUCT_NOT_FOUND: [],
  PROOF_DAMAGED: [],
  PROOF_NOT_FOUND: [],
  /** Suspended since, or of another role. */
  PROPOSER_MAY_NO_MORE: [],
  REASON_NEEDS_WORDS: [],
  REASON_UNKNOWN: [],
  REVERSAL_NOT_POSSIBLE: [],
  /** `reference` is that of the posting that was reversed. */
  REVERSAL_OF_REVERSAL: ['reference'],
  REACTIVATION_WAITS: ['proposer'],
  REVERSAL_WAITS: ['proposer'],
  REASON_MISSING: [],
  SAME_ACCOUNT: [],
  /** One person alone neither makes, promotes nor lets in a user with power. */
  SECOND_PERSON_NEEDED: [],
  ...SIGNER_ERRORS,
  SIGN_IN_REFUSED: [],
  STATEMENT_TOO_LONG: [],
  TEMPORARY_PASSWORD_ENDED: [],
  TERMS_ON_SAME_DAY: ['date'],
  /** Terms begin after the business date of every branch. */
  TERMS_TOO_EARLY: ['earliest'],
  TILLS_STILL_OPEN: ['tills'],
  TILL_ALREADY_OPEN: ['holder'],
  TILL_COUNTED: [],
  /** The till that was open when the posting was proposed has been closed since. */
  TILL_CHANGED: [],
  TILL_NAME_TAKEN: [],
  TILL_NOT_FOUND: [],
  TILL_NOT_OPEN: [],
  TILL_SHORT_OF_CASH: [],
  /** The books of the day would tell the holder of a till what it should hold. */
  TILL_STILL_HELD: [],
  TIME_ZONE_UNKNOWN: [],
  TRANSACTION_NOT_FOUND: [],
  USERNAME_TAKEN: [],
  USER_ALREADY_HAS_TILL: ['till'],
  USER_NOT_FOUND: [],
  VAULT_SHORT_OF_CASH: ['available', 'currency'],
  WITHDRAWAL_NOT_FOUND: [],
  WITHDRAWAL_PENDING: ['proposer'],
} as const

export const ERRORS = { ...ANY_CALL, ...DOMAIN }
export type AnyCallError = keyof typeof ANY_CALL
export type DomainError = keyof typeof DOMAIN
export type ErrorCode = AnyCallError | DomainError

/** The names of a code's facts; `never` when it has none. */
export type FactOf<C extends ErrorCode> = (typeof ERRORS)[C][number]
/** The facts of a code. Amounts are decimal text, dates ISO 8601; `available` is how much would have been possible. */
export type FactsOf<C extends ErrorCode> = Readonly<Record<FactOf<C>, string>>

export const isErrorCode = (name: string): name is ErrorCode => Object.hasOwn(ERRORS, name)
export const isAnyCallError = (name: string): name is AnyCallError => Object.hasOwn(ANY_CALL, name)

/** A failure as it travels to the window. `fields` says which inputs failed; `logReference` finds a bug in the log. */
export type CallFailure<C extends ErrorCode> = {
  readonly code: C
  readonly details?: FailureDetails
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  readonly logReference?: string
}

/** The codes that come without facts. */
export type PlainErrorCode = { [C in ErrorCode]: [FactOf<C>] extends [never] ? C : never }[ErrorCode]

type FactsArgument<C extends ErrorCode> = [FactOf<C>] extends [never] ? [] : [facts: FactsOf<C>]

/** An expected failure of a use case. The facts are required exactly when the code has some. */
export const fail = <const C extends ErrorCode>(code: C, ...[facts]: FactsArgument<C>): Failure<C> =>
  failure(code, facts)
