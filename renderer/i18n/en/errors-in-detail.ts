import type { ErrorCode, FactOf } from '../../../shared/errors.ts'

/** The names in a sentence's double braces; `never` when there are none. */
type NamesIn<S> = S extends `${string}{{${infer N}}}${infer Rest}` ? N | NamesIn<Rest> : never

/** Accepts a sentence only for a code that has facts, and only with the names of facts of that code. */
type Checked<T> = {
  readonly [C in keyof T]: C extends ErrorCode
    ? [NamesIn<T[C]>] extends [never]
      ? never
      : [NamesIn<T[C]>] extends [FactOf<C>]
        ? string
        : never
    : never
}

/** Sentences with facts, checked by type against shared/errors.ts. */
export const detailed = <const T extends Checked<T>>(sentences: T): T => sentences

/** The same with the facts of the failure; shown only if all facts that the sentence names are known. */
export const errorsInDetail = detailed({
  CODE_USED:
    'This code was used on {{at}} by the computer {{computer}} ({{address}}), and a code is good once. If that was not this computer, tell an administrator at once: that workstation has to be revoked.',
  CODE_EXPIRED: 'This code was good until {{at}}. Ask an administrator for a new one.',
  CODE_OF_OTHER_COMPUTER:
    'This code is for the computer {{computer}}. Ask an administrator for one for this computer.',
  WORKSTATION_ELSEWHERE:
    'This workstation belongs to {{branch}}, and you to {{ownBranch}}. Sign in at a workstation of {{ownBranch}}, or have an administrator there propose that you work at {{branch}}.',
  BRANCH_CLOSED: '{{branch}} is closed for good. Choose another branch.',
  BRANCH_CODE_TAKEN: '{{branch}} has this code. Choose another one.',
  BRANCH_NOT_EMPTY: 'The branch still has {{left}}. See to that first, then propose it again.',
  COMPUTER_TAKEN: 'A computer of this name is enrolled at {{branch}}. It has to be revoked there first.',
  YEAR_NOT_OVER:
    'It can be sealed once {{until}} is past and, of a year, its month is closed under Branch day.',
  ARCHIVE_CHANGED:
    'Rows of {{date}} are not what was sealed, so it stays where it is. Ask whoever looks after the server.',
  ALREADY_REVERSED: 'This posting is reversed already, by {{reference}}.',
  AMOUNT_AMBIGUOUS: '{{text}} could be {{here}} or {{there}}. Type the one you mean like this.',
  AMOUNT_OTHER_CURRENCY: '{{typed}} is not {{currency}}. Type the amount in {{currency}}.',
  AMOUNT_OTHER_FORMAT: '{{text}} is written in another number format. If it is {{there}}, type it like this.',
  AMOUNT_TOO_PRECISE: '{{currency}} has {{decimals}} decimals. Type fewer.',
  BALANCE_NOT_ZERO: 'The account still has {{balance}} {{currency}}. Bring it to zero, then close it.',
  BUSINESS_DATE_TOO_FAR: 'The latest date that can be opened now is {{latest}}, the next working day.',
  KYC_EXPIRED: 'The customer’s KYC has expired on {{date}}. Have the missing documents approved first.',
  KYC_EXPIRED_BLOCKS:
    'The KYC of the holder of {{account}} has expired. New documents have to be approved first.',
  POLICY_DATES: 'A policy begins on {{date}} at the earliest.',
  RETENTION_DATES: 'A rule begins on {{date}} at the earliest.',
  RETENTION_WAITS: 'Another number of years that {{proposer}} proposed waits for approval. Decide it first.',
  DOCUMENT_DELETED:
    'The content was deleted on {{date}} by the rule that keeps it {{years}} years. What it was stays on record.',
  POLICY_WAITS: 'A policy of this risk that {{proposer}} proposed waits for approval. Decide it first.',
  PROOF_TOO_OLD: 'This proof is older than {{days}} days. Reject it and ask for a newer one.',
  RATING_WAITS: 'A rating that {{proposer}} proposed waits for approval. Decide it first.',
  REVIEW_DATE: 'The next review is later than today and on {{latest}} at the latest.',
  CASE_CLAIMED: '{{name}} has this case. Take the next one.',
  CASH_IN_OTHER_CURRENCY:
    'Your till holds {{cash}}. Cash in {{currency}} cannot be posted on this account here; transfer from another {{currency}} account.',
  EXPORT_TOO_LONG:
    'The period has more than {{maximum}} entries, too many for one file. Choose a shorter one.',
  COUNTS_DIFFER:
    'The two counts differ: {{first}} and {{second}} {{currency}}. Both people count again, and it is proposed anew.',
  CURRENCY_MISMATCH: 'The account is kept in {{accountCurrency}}, not in {{currency}}.',
  DAY_HAS_POSTINGS: 'Something is posted on {{date}}, so the day stands. Correct it on the day that is open.',
  DAY_NOT_PROVEN:
    'The day stays open. {{account}} should stand at {{expected}} by its entries, and stands at {{found}} {{currency}}. Check the books, and ask whoever looks after the server.',
  POSTINGS_STILL_WAIT: 'Not decided yet: {{references}}. Decide them under Approvals, then close the day.',
  PRINTER_UNREACHABLE:
    'Nothing answers at {{address}}. See that {{printer}} is on and connected, then print again.',
  SCANNER_CERTIFICATE_UNKNOWN:
    'Nobody vouches for the certificate of this scanner. Its fingerprint is {{fingerprint}}: compare it with the one that the scanner shows.',
  SCANNER_UNREACHABLE:
    'Nothing answers at {{address}}. See that the scanner is on and connected, and that the address is right.',
  CUSTOMER_TOO_YOUNG:
    'Nobody younger than {{minimumAge}} can become a customer on their own. Check the year of birth.',
  DOCUMENT_EXPIRED: 'The document expired on {{expiresAt}}. Ask for a valid one.',
  FIRST_DUE_WRONG: 'The first instalment is due after {{after}} and by {{latest}}. Choose another day.',
  FILE_TOO_LARGE:
    'At most {{megabytes}} MB are taken, and the file is larger. Split a list into several files; scan a document at a lower resolution.',
  FILE_TOO_MANY_PAGES: 'The PDF has more than {{maximum}} pages. Keep those that show the document.',
  FILE_TOO_MANY_PIXELS: 'The picture has more than {{megapixels}} megapixels. Scan it at a lower resolution.',
  ACCOUNT_HAS_HOLDS: '{{held}} {{currency}} of this account is held. A supervisor releases it first.',
  HOLD_ENDS_TOO_EARLY:
    'A hold ends on {{earliest}} at the earliest. Choose that day or a later one, or none.',
  INTEREST_NOT_SETTLED:
    'Interest of {{interest}} {{currency}} is still to be posted on this account. Settle it first, then close the account.',
  BELOW_MINIMUM:
    'The account keeps at least {{minimum}} {{currency}}. {{available}} {{currency}} is available. To pay out the rest, release the minimum where the account is closed.',
  INSUFFICIENT_FUNDS: 'Only {{available}} {{currency}} is available on the account.',
  LIMIT_BELOW_USE: 'More than this is drawn already. The lowest limit is {{available}} {{currency}}.',
  LOAN_PAYOUT_WAITS:
    '{{proposer}} has already asked to pay this loan out. Another supervisor decides it under Approvals.',
  LIMIT_WAITS: '{{proposer}} has already proposed another limit. It is decided under Approvals first.',
  IDENTIFICATION_NEEDED:
    'Above {{amount}} {{currency}} in cash on a day the person at the counter is identified. Ask for a passport, an identity card or a driving licence, and enter it under At the counter.',
  LIMIT_DATES:
    'A limit begins on {{date}} at the earliest, and does not end before it begins. Change the dates.',
  PARTY_DATES:
    'A power begins on {{date}} at the earliest, and does not end before it begins. Change the dates.',
  PARTY_WAITS: '{{proposer}} has already proposed the same. It is decided under Approvals first.',
  SIGNERS_TOGETHER: 'This needs more than one signature. Who could sign: {{could}}.',
  SIGNER_ABOVE_LIMIT:
    '{{signer}} may sign for {{limit}} {{currency}} at most in one posting. Who could sign: {{could}}.',
  SIGNER_IS_MINOR: '{{signer}} is a minor and does not sign alone. Who could sign: {{could}}.',
  SIGNER_MANDATE_ENDED: 'The mandate of {{signer}} ended on {{ended}}. Who could sign: {{could}}.',
  SIGNER_WITHOUT_POWER: '{{signer}} may not sign for this account. Who could sign: {{could}}.',
  LOAN_OVERPAID: 'Only {{available}} {{currency}} is owed. Type that at most.',
  MONTH_CLOSED: 'Everything up to {{until}} is closed for good. Choose a later date.',
  MONTH_NOT_ENDED: 'The month ends on {{until}}. Close its last day first.',
  NOT_TWO_PEOPLE:
    'Whoever proposed this got their password from {{person}}. It is decided by somebody else, whose own password did not come from {{person}}.',
  MONTH_STILL_OPEN: '{{branch}} still works on {{date}}. It closes that day first.',
  NAME_MIXES_ALPHABETS:
    'The letter “{{letter}}” is of another alphabet than the ones before it. Type the name again, in one alphabet.',
  OTHER_BRANCH: 'This belongs to {{branch}}. Ask its staff.',
  PASSWORD_TOO_LONG: 'The password is longer than {{maximum}} bytes. Choose a shorter one.',
  PASSWORD_TOO_SHORT: 'The password needs at least {{minimum}} characters.',
  JOB_STILL_RUNS: 'Still under way: {{job}}. Wait until it ends, or stop it, then close the day.',
  PAYMENT_FILE_KNOWN: '{{person}} took this file on {{date}}, as {{file}}. Nothing of it is posted twice.',
  PAYMENT_MESSAGE_KNOWN: '{{person}} took message {{message}} on {{date}}, as {{file}}. Ask for another.',
  SHEET_LINE_WRONG: 'Line {{line}} is not as it was printed. Compare it letter by letter.',
  TERMS_ON_SAME_DAY: 'Other terms of this product begin on {{date}} already. Choose another day.',
  TERMS_TOO_EARLY: 'A branch is working on the day before {{earliest}}. Choose that day or a later one.',
  REVERSAL_OF_REVERSAL: 'This reverses {{reference}}, and a reversal stands. Post anew what should stand.',
  REACTIVATION_WAITS:
    '{{proposer}} has already proposed to reactivate this account. It is decided under Approvals.',
  REVERSAL_WAITS:
    '{{proposer}} has already asked for a reversal of this posting. A supervisor decides it under Approvals.',
  TILLS_STILL_OPEN:
    'Still open: {{tills}}. Their holders close them first, or a supervisor does it for them under Till.',
  TILL_ALREADY_OPEN: '{{holder}} holds this till. Choose another one.',
  USER_ALREADY_HAS_TILL: 'You already hold {{till}}. Close it before you open another.',
  PASSBOOK_ENDED: 'Passbook {{serial}} was ended. Look at the account again.',
  PASSBOOK_OPEN: 'Passbook {{serial}} is open for this account. End it before another one is issued.',
  PASSBOOK_PRINT_OPEN:
    '{{person}} has begun to print into this book. When that is done, or somebody has said what stands in it, look again.',
  PASSBOOK_STOPPED:
    'The print on {{printer}} did not end well. Look into the book, and say which is the last line that stands there.',
  VAULT_SHORT_OF_CASH: 'The vault holds only {{available}} {{currency}}.',
  WITHDRAWAL_PENDING: '{{proposer}} has already proposed to withdraw this day. Somebody else confirms it.',
})

/** Every fact that some detailed sentence names. */
export type FactsInSentences = Record<NamesIn<(typeof errorsInDetail)[keyof typeof errorsInDetail]>, string>
