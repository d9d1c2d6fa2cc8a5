import { create } from 'zustand'

export type SlipKind = 'deposit' | 'withdrawal' | 'transfer'
export type SlipField = 'account' | 'to' | 'amount' | 'description'

/** What is typed on the slip, as it is typed. Every kind of slip uses the same fields, so changing the kind loses nothing. */
export type SlipDraft = Readonly<Record<SlipField, string>> & { readonly kind: SlipKind }

type Work = {
  /** Whose work this is: the next person finds an empty counter. */
  readonly owner: string | null
  readonly searched: string
  readonly customerId: string | null
  /** Ten digits; null leaves the choice among the customer's accounts to the counter. */
  readonly accountNumber: string | null
  readonly draft: SlipDraft
  /** Grows with every emptied slip, so that its inputs forget half a calculation. */
  readonly slipNumber: number
  /** The field that the focus goes to next; a new object each time, so that the same wish counts twice. */
  readonly wish: { readonly field: SlipField } | null
  /** Where the focus was when a customer was chosen and the accounts had still to come. */
  readonly leftFrom: { readonly element: Element | null } | null
}

const emptyDraft = (kind: SlipKind): SlipDraft => ({ kind, account: '', to: '', amount: '', description: '' })

const emptyWork = (owner: string | null): Work => ({
  owner,
  searched: '',
  customerId: null,
  accountNumber: null,
  draft: emptyDraft('deposit'),
  slipNumber: 0,
  wish: null,
  leftFrom: null,
})

/** The work at the counter. It outlives the screen, so that a trip to the till and back loses nothing that was typed. */
export const useCounterWork = create<Work>(() => emptyWork(null))

const change = (part: Partial<Work> | ((work: Work) => Partial<Work>)) => useCounterWork.setState(part)

export const beginWork = (owner: string) => change(emptyWork(owner))
export const searchFor = (searched: string) => change({ searched })
export const chooseCustomer = (customerId: string, accountNumber: string | null) =>
  change({ customerId, accountNumber })
export const chooseAccount = (accountNumber: string) => change({ accountNumber })

/** As `chooseCustomer`, and the focus goes on to the accounts when they are there. */
export const chooseAndGoOn = (customerId: string, accountNumber: string | null) =>
  change({ customerId, accountNumber, leftFrom: { element: document.activeElement } })

/** The focus goes to the accounts, unless it has gone elsewhere since the customer was chosen. */
export function arriveAtAccounts({ element }: NonNullable<Work['leftFrom']>, row: HTMLElement | null): void {
  if (element === document.activeElement || element?.isConnected === false) row?.focus()
  change({ leftFrom: null })
}

/** Turns the slip to this kind and puts the focus on its first field. What is typed stays. */
export const startSlip = (kind: SlipKind) =>
  change(({ draft }) => ({ draft: { ...draft, kind }, wish: { field: 'account' } }))

export const typeInto = (field: SlipField, value: string) =>
  change(({ draft }) => ({ draft: { ...draft, [field]: value } }))

/** Takes an account onto an empty slip and goes on to the next field; a slip with a number on it only gets the focus. */
export const takeAccount = (accountNumber: string) =>
  change(({ draft }) =>
    draft.account.trim() === ''
      ? {
          draft: { ...draft, account: accountNumber },
          wish: { field: draft.kind === 'transfer' ? 'to' : 'amount' },
        }
      : { wish: { field: 'account' } },
  )

/** An empty slip of the same kind, with the focus on its first field. */
export const nextSlip = () =>
  change(({ draft, slipNumber }) => ({
    draft: emptyDraft(draft.kind),
    slipNumber: slipNumber + 1,
    wish: { field: 'account' },
  }))

/** What was posted is no longer a draft; nobody may find it on the slip again. */
export const forgetDraft = () => change(({ draft }) => ({ draft: emptyDraft(draft.kind) }))

export const fulfilWish = () => change({ wish: null })

export const hasText = ({ account, to, amount, description }: SlipDraft) =>
  [account, to, amount, description].some((text) => text.trim() !== '')

/** The fields of a slip in the order in which Enter walks through them. */
export const fieldsOf = (kind: SlipKind): readonly SlipField[] =>
  kind === 'transfer' ? ['account', 'to', 'amount', 'description'] : ['account', 'amount', 'description']
