import type { ErrorCode, FactOf } from '../../../shared/errors.ts'

/** What the teller reads for every expected failure: what happened, and what to do. */
export const errors = {
  VALIDATION: 'Something typed here cannot be right. Look at the marked fields.',
  NOT_SIGNED_IN: 'Nobody is signed in any more. Sign in again.',
  SESSION_LOCKED: 'The workstation is locked. Unlock it with your password.',
  PASSWORD_CHANGE_REQUIRED: 'First choose a new password of your own.',
  FORBIDDEN: 'Your role may not do this. Ask a supervisor.',
  SERVER_UNREACHABLE: 'The server cannot be reached. Wait until it is back, then try again.',
  SERVER_BUSY: 'The server was held up, perhaps by a colleague’s work. Nothing was done; try again.',
  INTENT_NOT_WRITTEN:
    'This workstation’s disk is full or cannot be written, so nothing was sent: nothing is posted. Free some space, or go on at another workstation.',
  INTENT_SETTLED: 'This was reported as not posted meanwhile, so it is not posted now either. Post it anew.',
  INTERNAL: 'This did not work, and the reason is in the program’s log. Check before you do it again.',
  ACCOUNT_CLOSED: 'The account is closed. Choose another one.',
  ACCOUNT_FROZEN: 'The account is frozen. A supervisor can lift that.',
  ACCOUNT_HAS_HOLDS: 'Something is held of this account. A supervisor releases it first.',
  ACCOUNT_NOT_FOUND: 'No account has this number. Check the digits.',
  ACCOUNT_NOT_FROZEN: 'The account is not frozen. There is nothing to lift.',
  ACCOUNT_NUMBER_INVALID: 'This is not an account number: its check digit does not fit. Check the digits.',
  ALREADY_DECIDED: 'Somebody has already decided on this. Look at the next one.',
  ALREADY_REVERSED: 'This posting is reversed already. Look at its reversal.',
  ALREADY_SET_UP: 'This branch is already set up. Sign in.',
  AMOUNT_AMBIGUOUS: 'This amount could be read in two ways. Type it without grouping the digits.',
  AMOUNT_NEGATIVE: 'An amount cannot be less than zero.',
  AMOUNT_NOT_A_NUMBER: 'This is not an amount. Type it in digits, for example 1250.',
  AMOUNT_OTHER_CURRENCY: 'The amount is in another currency. Type it in the currency of this field.',
  AMOUNT_OTHER_FORMAT:
    'The amount is written in the number format of another place. Type it without grouping the digits.',
  AMOUNT_SUM_UNFINISHED: 'The sum does not come to an amount. Finish it, or type the amount.',
  AMOUNT_TOO_LARGE: 'The amount has more digits than the ledger can hold.',
  AMOUNT_TOO_PRECISE: 'The amount has more decimals than its currency.',
  AMOUNT_ZERO: 'Type the amount.',
  APPROVAL_NOT_FOUND: 'This proposal is not there any more. Look at the list again.',
  BALANCE_NOT_ZERO: 'The account still has a balance. Bring it to zero, then close it.',
  BALANCE_TOO_LARGE: 'The balance would become larger than the ledger can hold.',
  BIRTH_IN_FUTURE: 'The date of birth lies in the future. Check the year.',
  BIRTH_TOO_EARLY: 'Nobody alive was born then. Check the year.',
  BRANCH_DAY_CLOSED: 'The business day is closed. A supervisor opens it.',
  BRANCH_DAY_OPEN: 'The business day is already open.',
  BUSINESS_DATE_NOT_LATER: 'The business date must be later than the last one.',
  BUSINESS_DATE_TOO_FAR: 'This date is too far ahead. Choose the next working day at the latest.',
  CASH_IN_OTHER_CURRENCY:
    'Your till holds another currency. Cash in the account’s currency cannot be posted here; transfer instead.',
  CHANGED_MEANWHILE: 'Somebody changed this meanwhile. Look at it again, then decide.',
  CHART_FAULTY:
    'Something in this chart of accounts cannot be right. Look at the marked lines, and choose the file again.',
  CHART_UNCHANGED: 'The file is the chart as it is. Change it, then choose it again.',
  CHECK_NOT_FOUND: 'This check is not there any more. Begin a new one.',
  CONNECTION_REFUSED: 'The database did not accept the connection.',
  CORRECTION_NOT_FOUND: 'This correction is not there any more. Look at the customer again.',
  CORRECTION_WAITS:
    'A correction of this customer waits for a decision already. Have that one decided first.',
  COUNTS_DIFFER: 'The two counts differ. Both people count again, and it is proposed anew.',
  COUNT_LOCKED: 'You have already locked another count of this cash. Decline it, and let it be counted anew.',
  COUNT_MISSING: 'Count the cash and type what you counted, then approve.',
  CURRENCY_MISMATCH: 'The account is kept in another currency.',
  CURRENCY_NOT_SUPPORTED: 'Accounts cannot be kept in this currency.',
  CUSTOMER_NOT_ACTIVE: 'The customer is not active. A supervisor can change that on the customer’s page.',
  CUSTOMER_NOT_FOUND: 'This customer is not there any more. Search again.',
  DAY_HAS_POSTINGS: 'Something is posted on this day, so it stands. Correct it on the day that is open.',
  DAY_NOT_PROVEN:
    'The day stays open: an account does not stand where its entries lead. Check the books, and ask whoever looks after the server.',
  DAY_NOT_FOUND: 'The branch has no such day any more. Look at its days again.',
  CUSTOMER_TOO_YOUNG:
    'This person is not of age and cannot become a customer on their own. Check the year of birth.',
  DOCUMENT_EXPIRED: 'The document has expired. Ask for a valid one.',
  DOCUMENT_NOT_APPROVED: 'The document that shows it is not approved yet. Decide on it in KYC first.',
  DOCUMENT_NOT_FOUND: 'This document is not there any more.',
  DOCUMENT_NUMBER_TAKEN:
    'A document with this number is on file for another customer. Check the number, and whose it is.',
  EMAIL_TAKEN: 'Somebody else already has this e-mail address.',
  FEE_BOUNDS_CROSSED: 'The least fee is more than the most. Change one of them.',
  EXPORT_TOO_LONG: 'The period has too many entries for one file. Choose a shorter one.',
  FIRST_DUE_WRONG: 'The first instalment is due after today and within a year. Choose another day.',
  FILE_DAMAGED: 'The file is damaged or not complete. Scan the document again.',
  FILE_EMPTY: 'The file is empty. Choose another one.',
  FILE_HAS_PASSWORD: 'The PDF is locked with a password. Ask for one without, or scan the document.',
  FILE_TOO_LARGE: 'The file is too large. Scan it at a lower resolution.',
  FILE_TOO_MANY_PAGES: 'The PDF has too many pages. Keep those that show the document.',
  FILE_TOO_MANY_PIXELS: 'The picture has too many pixels. Scan it at a lower resolution.',
  FILE_TYPE_NOT_ALLOWED: 'Only JPEG, PNG and PDF files can be taken.',
  FILE_UNREADABLE: 'The stored file cannot be read. Upload it again.',
  HOLD_NOT_FOUND: 'There is no such hold. Look at the account again.',
  HOLD_RELEASED: 'This hold has been released already.',
  HOLD_ENDS_TOO_EARLY: 'The last day of a hold has passed already. Choose a later one, or none.',
  INTENT_NOT_FOUND: 'There is no recovery slip of this any more.',
  INSUFFICIENT_FUNDS: 'There is not enough available on the account.',
  INTEREST_NOT_SETTLED: 'Interest has accrued on this account. Settle it first, then close the account.',
  JOB_STILL_RUNS: 'A job of this branch is under way. Wait until it ends, or cancel it, then close the day.',
  KEY_REUSED: 'This was already done with other details. Look at what was done before you repeat it.',
  KYC_NOT_APPROVED: 'The customer’s KYC is not approved yet. A supervisor reviews the documents first.',
  LAST_ADMINISTRATOR: 'The branch would have no administrator left. Make another one first.',
  LIMIT_BELOW_USE: 'More than this is drawn already. Choose a higher limit, or have it paid back first.',
  LIMIT_DATES: 'A limit begins today at the earliest, and does not end before it begins. Change the dates.',
  LIMIT_NOT_POSSIBLE: 'No limit can be agreed on this kind of account. Leave it empty.',
  LIMIT_UNCHANGED: 'This limit is in force already. Type the new one.',
  LIMIT_WAITS: 'Another limit for the same waits for a decision already. Have that one decided first.',
  LOAN_PAYOUT_WAITS: 'A payout of this loan waits for a second person already. Have that one decided first.',
  LOAN_PAID_OUT: 'This loan has been paid out already. Its schedule stands on its page.',
  MAKER_NOT_ACTIVE: 'Whoever asked for this posting may not post any more. Somebody else posts it anew.',
  LOAN_OVERPAID: 'This is more than the loan still owes. Type what is owed at most.',
  MONTH_CLOSED: 'This month is closed for good. Choose a later date.',
  MONTH_NOT_ENDED: 'This month has not ended. Close its last day first.',
  MONTH_STILL_OPEN: 'Another branch still works in this month. It closes its day first.',
  NAME_MIXES_ALPHABETS:
    'The name mixes letters of two alphabets that look alike. Type it again, in one alphabet.',
  NAME_WITHOUT_LETTERS: 'There is no letter in this name. Type it as the document shows it.',
  NOT_SHOWN: 'The document has not been shown on this screen since you signed in. Look at it, then decide.',
  NOTHING_TO_CORRECT: 'Name and birth are like this already. Change what is wrong.',
  OTHER_BRANCH: 'This belongs to another branch. Ask its staff.',
  OWN_CASE: 'This is about you. Somebody else decides.',
  OWN_PROPOSAL: 'You proposed this yourself. Another supervisor or an administrator confirms it.',
  OWN_ROLE: 'Nobody changes the own role. Ask another administrator.',
  OWN_UPLOAD: 'You uploaded this document yourself. Another supervisor decides on it.',
  OWN_USER: 'You cannot do this to yourself. Ask another administrator.',
  PASSWORD_HALF_MISSING:
    'Half of the temporary password is missing. Open the form or the proposal again, and begin anew.',
  PASSWORD_TOO_LONG: 'The password is too long. Choose a shorter one.',
  PASSWORD_TOO_SHORT: 'The password is too short. Choose a longer one.',
  PASSWORD_UNCHANGED: 'The new password is the old one. Choose another.',
  PASSWORD_WRONG: 'The current password is not right.',
  PAYMENTS_NOT_FOUND: 'There is no such file of payments at this branch. Choose one from the list.',
  PAYMENT_FILE_FAULTY: 'The file cannot be posted as it is. Mend it, then choose it again.',
  PAYMENT_FILE_KNOWN: 'This file was taken before. Nothing of it is posted twice.',
  PAYMENT_MESSAGE_KNOWN: 'A file with this message id was taken before. Ask for another id.',
  PHONE_INVALID: 'This is not a phone number in the chosen country. Add the country code, like +46.',
  POSTINGS_STILL_WAIT:
    'Some postings of this day are not decided. Decide them under Approvals, then close the day.',
  POSTING_NOT_ALLOWED: 'This cannot be posted on this kind of account.',
  PRODUCT_NAME_TAKEN: 'Another product has this name. Choose another one.',
  PRODUCT_NOT_FOUND: 'This product is not there any more. Look at the list again.',
  PROOF_DAMAGED:
    'The proof of this day is not what was kept when it was closed, so no paper is made of it. Tell whoever looks after the server.',
  PROOF_NOT_FOUND: 'There is no proof of this day: it is open, or an earlier release closed it.',
  PROPOSER_MAY_NO_MORE:
    'Whoever proposed this may not propose it any more. Decline it; somebody else proposes it anew.',
  REASON_NEEDS_WORDS: 'Say in words why it is reversed, or choose another reason.',
  REASON_UNKNOWN: 'This reason is not on the bank’s list any more. Choose another one.',
  REVERSAL_NOT_POSSIBLE:
    'This posting moves the bank’s own cash, or a job of the day made it. Carry the cash back, or let the till’s count correct it.',
  REVERSAL_OF_REVERSAL: 'This is a reversal itself. Post anew what should stand.',
  REVERSAL_WAITS: 'A reversal of this posting waits for a second person already.',
  ROLE_HAS_NO_WORKPLACE: 'This user is for programs and cannot sign in at a workstation.',
  REASON_MISSING: 'Say why you approve this.',
  SAME_ACCOUNT: 'Both accounts are the same. Choose another one.',
  SECOND_PERSON_NEEDED:
    'One person alone may not do this to a supervisor or administrator. Propose it; somebody else approves it.',
  SIGN_IN_REFUSED: 'User name or password is not right, or the user is locked. An administrator can help.',
  STATEMENT_TOO_LONG: 'The statement is too long for one file. Choose a shorter period.',
  TERMS_ON_SAME_DAY: 'Other terms of this product begin on that day already. Choose another day.',
  TERMS_TOO_EARLY: 'Terms begin after the day on which a branch is working. Choose a later day.',
  TILLS_STILL_OPEN:
    'Some tills are still open. Their holders close them first, or a supervisor does it for them under Till.',
  TILL_CHANGED:
    'The till that was open then has been closed since. Post it anew, in the till that is open now.',
  TILL_ALREADY_OPEN: 'Somebody else holds this till. Choose another one.',
  TILL_COUNTED: 'The till is counted, and waits for the second count. Nothing is posted on it until then.',
  TILL_NOT_FOUND: 'This till is not there any more.',
  TILL_NOT_OPEN: 'Your till is closed. F10 opens it.',
  TILL_NAME_TAKEN: 'The branch already has a till of this name. Choose another name.',
  TILL_SHORT_OF_CASH: 'The till does not hold this much cash.',
  TILL_STILL_HELD: 'You hold a till, and its count is blind. Close it first, or look at the days before.',
  TIME_ZONE_UNKNOWN: 'The server does not know this time zone. Choose the one of a larger city nearby.',
  TRANSACTION_NOT_FOUND: 'No posting has this reference.',
  USERNAME_TAKEN: 'Somebody else already has this user name.',
  USER_ALREADY_HAS_TILL: 'You already hold a till. Close it before you open another.',
  USER_NOT_FOUND: 'This user is not there any more.',
  VAULT_SHORT_OF_CASH: 'The vault does not hold this much cash.',
  WITHDRAWAL_NOT_FOUND: 'This proposal is decided already. Look at the day again.',
  WITHDRAWAL_PENDING: 'Somebody has already proposed to withdraw this day. Somebody else confirms it.',
} as const satisfies Record<ErrorCode, string>

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
  ALREADY_REVERSED: 'This posting is reversed already, by {{reference}}.',
  AMOUNT_AMBIGUOUS: '{{text}} could be {{here}} or {{there}}. Type the one you mean like this.',
  AMOUNT_OTHER_CURRENCY: '{{typed}} is not {{currency}}. Type the amount in {{currency}}.',
  AMOUNT_OTHER_FORMAT: '{{text}} is written in another number format. If it is {{there}}, type it like this.',
  AMOUNT_TOO_PRECISE: '{{currency}} has {{decimals}} decimals. Type fewer.',
  BALANCE_NOT_ZERO: 'The account still has {{balance}} {{currency}}. Bring it to zero, then close it.',
  BUSINESS_DATE_TOO_FAR: 'The latest date that can be opened now is {{latest}}, the next working day.',
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
  CUSTOMER_TOO_YOUNG:
    'Nobody younger than {{minimumAge}} can become a customer on their own. Check the year of birth.',
  DOCUMENT_EXPIRED: 'The document expired on {{expiresAt}}. Ask for a valid one.',
  FIRST_DUE_WRONG: 'The first instalment is due after {{after}} and by {{latest}}. Choose another day.',
  FILE_TOO_LARGE: 'The file is larger than {{megabytes}} MB. Scan it at a lower resolution.',
  FILE_TOO_MANY_PAGES: 'The PDF has more than {{maximum}} pages. Keep those that show the document.',
  FILE_TOO_MANY_PIXELS: 'The picture has more than {{megapixels}} megapixels. Scan it at a lower resolution.',
  ACCOUNT_HAS_HOLDS: '{{held}} {{currency}} of this account is held. A supervisor releases it first.',
  HOLD_ENDS_TOO_EARLY:
    'A hold ends on {{earliest}} at the earliest. Choose that day or a later one, or none.',
  INTEREST_NOT_SETTLED:
    'Interest of {{interest}} {{currency}} has accrued on this account. Settle it first, then close the account.',
  INSUFFICIENT_FUNDS: 'Only {{available}} {{currency}} is available on the account.',
  LIMIT_BELOW_USE: 'More than this is drawn already. The lowest limit is {{available}} {{currency}}.',
  LOAN_PAYOUT_WAITS:
    '{{proposer}} has already asked to pay this loan out. Another supervisor decides it under Approvals.',
  LIMIT_WAITS: '{{proposer}} has already proposed another limit. It is decided under Approvals first.',
  LIMIT_DATES:
    'A limit begins on {{date}} at the earliest, and does not end before it begins. Change the dates.',
  LOAN_OVERPAID: 'Only {{available}} {{currency}} is owed. Type that at most.',
  MONTH_CLOSED: 'Everything up to {{until}} is closed for good. Choose a later date.',
  MONTH_NOT_ENDED: 'The month ends on {{until}}. Close its last day first.',
  MONTH_STILL_OPEN: '{{branch}} still works on {{date}}. It closes that day first.',
  NAME_MIXES_ALPHABETS:
    'The letter “{{letter}}” is of another alphabet than the ones before it. Type the name again, in one alphabet.',
  OTHER_BRANCH: 'This belongs to {{branch}}. Ask its staff.',
  PASSWORD_TOO_LONG: 'The password is longer than {{maximum}} bytes. Choose a shorter one.',
  PASSWORD_TOO_SHORT: 'The password needs at least {{minimum}} characters.',
  JOB_STILL_RUNS: 'Still under way: {{job}}. Wait until it ends, or stop it, then close the day.',
  PAYMENT_FILE_KNOWN: '{{person}} took this file on {{date}}, as {{file}}. Nothing of it is posted twice.',
  PAYMENT_MESSAGE_KNOWN: '{{person}} took message {{message}} on {{date}}, as {{file}}. Ask for another.',
  TERMS_ON_SAME_DAY: 'Other terms of this product begin on {{date}} already. Choose another day.',
  TERMS_TOO_EARLY: 'A branch is working on the day before {{earliest}}. Choose that day or a later one.',
  REVERSAL_OF_REVERSAL: 'This reverses {{reference}}, and a reversal stands. Post anew what should stand.',
  REVERSAL_WAITS:
    '{{proposer}} has already asked for a reversal of this posting. A supervisor decides it under Approvals.',
  TILLS_STILL_OPEN:
    'Still open: {{tills}}. Their holders close them first, or a supervisor does it for them under Till.',
  TILL_ALREADY_OPEN: '{{holder}} holds this till. Choose another one.',
  USER_ALREADY_HAS_TILL: 'You already hold {{till}}. Close it before you open another.',
  VAULT_SHORT_OF_CASH: 'The vault holds only {{available}} {{currency}}.',
  WITHDRAWAL_PENDING: '{{proposer}} has already proposed to withdraw this day. Somebody else confirms it.',
})

/** Every fact that some detailed sentence names. */
export type FactsInSentences = Record<NamesIn<(typeof errorsInDetail)[keyof typeof errorsInDetail]>, string>
