import type { IntentKind } from './contract/intent-words.ts'
import type { Recovery } from './contract/intents.ts'

/** What a recovery slip says, the same on the screen (renderer/i18n/en/intents.ts) and on paper (electron/print/recovery-pdf.ts). */

export const OUTCOME_TITLES: Readonly<Record<Recovery['outcome'], string>> = {
  POSTED: 'POSTED',
  NOT_POSTED: 'NOT POSTED',
  WAITS: 'NOT POSTED YET: it waits for a second person',
  NOT_KNOWN: 'NOT KNOWN YET',
  ELSEWHERE: 'NOT KNOWN HERE',
}

export const INTENT_TITLES: Readonly<Record<IntentKind, string>> = {
  DEPOSIT: 'Cash deposit',
  WITHDRAWAL: 'Cash withdrawal',
  TRANSFER: 'Transfer',
  REVERSAL: 'Reversal',
  LOAN_PAYOUT: 'Payout of a loan',
  TILL_OPENING: 'Opening a till, with its float',
  TILL_IN: 'Cash from the vault into the till',
  TILL_OUT: 'Cash from the till into the vault',
  TILL_CLOSING: 'Count of a till that is closed',
  VAULT_IN: 'Cash into the vault from outside',
  VAULT_OUT: 'Cash out of the vault',
  PAYMENTS: 'A file of payments',
}

/** Of a note that cannot be read. */
export const UNREADABLE_TITLE = 'A posting whose note cannot be read'

const NEVER = 'It is not in the ledger, and this attempt can no longer get there.'

const OWN_CASH = {
  POSTED:
    'It is approved and in the ledger. The cash belongs where it was counted to. Do not enter it again.',
  NOT_POSTED: `${NEVER} Put the cash back where it was before, or enter it anew.`,
} as const

const WITHOUT_CASH = {
  POSTED: 'It is in the ledger. No cash changes hands. Do not post it again.',
  NOT_POSTED: `${NEVER} Post it anew if it is still wanted.`,
} as const

/** What to do with the cash once the outcome is final. */
const ADVICE: Readonly<Record<IntentKind, Readonly<Record<'POSTED' | 'NOT_POSTED', string>>>> = {
  DEPOSIT: {
    POSTED:
      'The deposit is in the ledger. The cash belongs in the till, and the receipt to the customer. Do not post it again.',
    NOT_POSTED: `${NEVER} Give the cash back to the customer, or post the deposit anew.`,
  },
  WITHDRAWAL: {
    POSTED:
      'The withdrawal is in the ledger. Hand the cash over if the customer does not have it yet. Do not post it again.',
    NOT_POSTED: `${NEVER} Hand over no cash. If the customer has it already, post the withdrawal anew now, and tell a supervisor.`,
  },
  TRANSFER: WITHOUT_CASH,
  LOAN_PAYOUT: WITHOUT_CASH,
  REVERSAL: {
    POSTED:
      'The reversal is in the ledger. What was paid in goes back to the customer, and what was paid out back into the till. Do not reverse it again.',
    NOT_POSTED: `${NEVER} The posting stands as it was: move no cash. Reverse it anew if it is still wanted.`,
  },
  TILL_OPENING: {
    POSTED: 'The till is open. Its float belongs in it. Do not open it again.',
    NOT_POSTED: `${NEVER} The till is not open: leave the float in the vault, or open the till anew.`,
  },
  TILL_IN: OWN_CASH,
  TILL_OUT: OWN_CASH,
  TILL_CLOSING: {
    POSTED: 'The count is approved, and the till is closed. The cash belongs in the vault.',
    NOT_POSTED: `${NEVER} The till is open as it was: count it and enter the count anew.`,
  },
  VAULT_IN: OWN_CASH,
  VAULT_OUT: OWN_CASH,
  PAYMENTS: {
    POSTED:
      'The file is taken. How far it is posted stands on the screen of payments, where it goes on. Do not take it again.',
    NOT_POSTED: `${NEVER} Nothing of the file is posted. Choose it anew if it is still wanted.`,
  },
}

const UNREADABLE = {
  POSTED:
    'It is in the ledger, as its receipt shows. Move the cash by the receipt, and do not post it again.',
  NOT_POSTED: `${NEVER} Ask whoever was served at that time, and post it anew if it is still wanted.`,
} as const

const NOT_FINAL: Readonly<Record<Exclude<Recovery['outcome'], 'POSTED' | 'NOT_POSTED'>, string>> = {
  WAITS:
    'Hand over no cash until it is approved. It is among the approvals, where it is decided or taken back.',
  NOT_KNOWN:
    'The server still works on it. Hand over no cash; it is asked for again the next time somebody signs in here.',
  ELSEWHERE:
    'It was sent to another server, or by somebody of another branch. Hand over no cash for it. When somebody of that branch signs in here, on that server, it is asked for again.',
}

const WAITS_WITHOUT_CASH =
  'Nothing of it is posted yet. It is among the approvals, where it is decided or taken back.'

/** What to do now, in one or two sentences. */
export function adviceFor({ outcome, kind }: Pick<Recovery, 'outcome' | 'kind'>): string {
  if (outcome === 'WAITS' && !movesCash({ kind })) return WAITS_WITHOUT_CASH
  if (outcome !== 'POSTED' && outcome !== 'NOT_POSTED') return NOT_FINAL[outcome]
  return (kind === null ? UNREADABLE : ADVICE[kind])[outcome]
}

const CASHLESS: readonly (IntentKind | null)[] = ['TRANSFER', 'LOAN_PAYOUT', 'PAYMENTS']

/** Whether cash changes hands with it, or may for all that is known. */
export const movesCash = ({ kind }: Pick<Recovery, 'kind'>): boolean => !CASHLESS.includes(kind)

/** POSTED and NOT POSTED stay so, and a posting that waits is followed among the approvals; of the others the note is kept. */
export const isSettled = ({ outcome }: Pick<Recovery, 'outcome'>): boolean =>
  outcome !== 'NOT_KNOWN' && outcome !== 'ELSEWHERE'
