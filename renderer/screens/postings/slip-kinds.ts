import type { CallInput, CallName } from '../../../shared/contract.ts'
import type { Presenter } from '../../../shared/contract/presenter.ts'
import type { PostingName, PostingPayload } from '../../calls/api.ts'
import type { BankAccount } from '../../../shared/account-words.ts'

export type SlipField = 'account' | 'to' | 'amount' | 'description'

/** Whose leg it is: the teller's own till, the account typed in that field, or an account of the bank's own. */
export type Party = 'till' | 'account' | 'to' | BankAccount

/** A slip that is complete enough to be previewed and posted. */
export type Intent = {
  readonly accountId: string
  /** The account of the field `to`; empty on a kind of slip without that field. */
  readonly toAccountId: string
  /** Decimal text in `currency`. */
  readonly amount: string
  readonly currency: string
  /** Who signs for the account that is debited; none means its holder, and of a deposit nobody does. */
  readonly signedBy: readonly string[]
  /** Who stands at the counter with cash, where it is not the holder. */
  readonly presenter?: Presenter
}

/** `Deposit` and so on: what `postings.previewDeposit` and `postings.postDeposit` have in common. */
type Posted = { [N in CallName]: N extends `postings.post${infer P}` ? P : never }[CallName]
type PreviewOf<P extends Posted> = `postings.preview${P}` & CallName
type PostOf<P extends Posted> = `postings.post${P}` & PostingName

/** The preview, the command, and their common input: of a command, the description is the rest. */
type SlipCalls = {
  [P in Posted]: {
    readonly preview: PreviewOf<P>
    readonly post: PostOf<P>
    readonly input: (
      intent: Intent,
    ) => CallInput<PreviewOf<P>> & Omit<PostingPayload<PostOf<P>>, 'description'>
  }
}[Posted]

/**
 * What the counter needs to know of a kind of slip. A new kind is one entry of SLIP_KINDS:
 * - its key, which no other part of the counter uses (F1 to F3 and F7 to F10 are taken, and F11 is the window's);
 * - its fields, in the order in which Enter walks through them, beginning with `account`;
 * - its calls, `postings.preview…` and `postings.post…` of the contract, and how an intent becomes their input;
 * - whose account is debited and whose is credited, shown before the ledger has answered. The ledger may add legs.
 *
 * Its words stand under `slips` in the catalogue of postings. An account of the bank's own needs its name in
 * shared/account-words.ts too.
 */
type SlipKindEntry = SlipCalls & {
  readonly key: 'F4' | 'F5' | 'F6' | 'F12'
  readonly fields: readonly SlipField[]
  readonly debit: Party
  readonly credit: Party
}

const cashInput = ({ accountId, amount, currency, presenter }: Intent) => ({
  accountId,
  amount,
  currency,
  ...(presenter === undefined ? {} : { presenter }),
})

const withdrawalInput = ({ signedBy, ...intent }: Intent) => ({
  ...cashInput({ signedBy, ...intent }),
  signedBy: [...signedBy],
})

const SLIP_KINDS = {
  deposit: {
    key: 'F4',
    fields: ['account', 'amount', 'description'],
    preview: 'postings.previewDeposit',
    post: 'postings.postDeposit',
    input: cashInput,
    debit: 'till',
    credit: 'account',
  },
  withdrawal: {
    key: 'F5',
    fields: ['account', 'amount', 'description'],
    preview: 'postings.previewWithdrawal',
    post: 'postings.postWithdrawal',
    input: withdrawalInput,
    debit: 'account',
    credit: 'till',
  },
  transfer: {
    key: 'F6',
    fields: ['account', 'to', 'amount', 'description'],
    preview: 'postings.previewTransfer',
    post: 'postings.postTransfer',
    input: ({ accountId, toAccountId, amount, currency, signedBy }) => ({
      fromAccountId: accountId,
      toAccountId,
      amount,
      currency,
      signedBy: [...signedBy],
    }),
    debit: 'account',
    credit: 'to',
  },
} as const satisfies Readonly<Record<string, SlipKindEntry>>

/** The commands that a slip can post. */
export type SlipCommandName = SlipCalls['post']

export type SlipKind = keyof typeof SLIP_KINDS

export const isSlipKind = (text: string): text is SlipKind => Object.hasOwn(SLIP_KINDS, text)

/** In the order of the table, which is that of the key bar. */
export const slipKinds: readonly SlipKind[] = Object.keys(SLIP_KINDS).filter(isSlipKind)

export const slipKind = (kind: SlipKind): SlipKindEntry => SLIP_KINDS[kind]

/** The fields of a slip in the order in which Enter walks through them. */
export const fieldsOf = (kind: SlipKind): readonly SlipField[] => slipKind(kind).fields

/** Whether a slip is posted between two typed accounts. */
export const hasSecondAccount = (kind: SlipKind): boolean => fieldsOf(kind).includes('to')

/** Whether a customer's account is debited, for which somebody signs. */
export const isSigned = (kind: SlipKind): boolean => slipKind(kind).debit === 'account'

/** Whether cash comes in or goes out, so that an open till is needed. */
export const movesCash = (kind: SlipKind): boolean => {
  const { debit, credit } = slipKind(kind)
  return debit === 'till' || credit === 'till'
}
