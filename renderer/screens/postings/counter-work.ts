import { create } from 'zustand'
import type { Presenter } from '../../../shared/contract/presenter.ts'
import { clearSelection, select, useSelection } from '../../app/selection.ts'
import { keepDrafts } from '../../keyboard/drafts.ts'
import { fieldsOf, type SlipField, type SlipKind } from './slip-kinds.ts'

/** What is typed on the slip, as it is typed. Every kind of slip uses the same fields, so changing the kind loses nothing. */
export type SlipDraft = Readonly<Record<SlipField, string>> & {
  readonly kind: SlipKind
  /** The customers who sign for the account that is debited; none means its holder. */
  readonly signedBy: readonly string[]
}

/** Somebody who stands at the counter with cash and is not the holder of the account, and what they are called. */
export type NamedPresenter = { readonly name: string; readonly input: Presenter }

type Work = {
  /** The user whose work this is: for the next user the counter is empty. */
  readonly owner: string | null
  readonly searched: string
  /** What the teller turned to last to say whom the counter is about. */
  readonly askedBy: 'search' | 'slip'
  readonly draft: SlipDraft
  /** Null: the holder. */
  readonly presenter: NamedPresenter | null
  /** Increases with every cleared slip, so that its inputs drop an unfinished calculation. */
  readonly slipNumber: number
  /** The field that gets the focus next; a new object each time, so that the same request counts twice. */
  readonly focusRequest: { readonly field: SlipField } | null
  /** Where the focus was when a customer was chosen; null once the accounts are shown. */
  readonly focusWhenChosen: { readonly element: Element | null } | null
}

const emptyDraft = (kind: SlipKind): SlipDraft => ({
  kind,
  account: '',
  to: '',
  amount: '',
  description: '',
  signedBy: [],
})

const emptyWork = (owner: string | null): Work => ({
  owner,
  searched: '',
  askedBy: 'search',
  draft: emptyDraft('deposit'),
  presenter: null,
  slipNumber: 0,
  focusRequest: null,
  focusWhenChosen: null,
})

/** The work at the counter. It is kept while other screens are open, so that nothing that was typed is lost. */
export const useCounterWork = create<Work>(() => emptyWork(null))

const change = (part: Partial<Work> | ((work: Work) => Partial<Work>)) => useCounterWork.setState(part)

export const beginWork = (owner: string) => change(emptyWork(owner))

/** Searching begins a new choice: the list never shows one person while the card shows another. */
export function searchFor(searched: string): void {
  if (searched !== useCounterWork.getState().searched) clearSelection()
  change({ searched, askedBy: 'search' })
}

/** Shows a customer who was not chosen from the list, which goes unless it is theirs already. */
export function showCustomer(customerId: string, accountNumber: string | null): void {
  if (customerId !== useSelection.getState().customerId) change({ searched: '' })
  select(customerId, accountNumber)
}

/**
 * Shows the account whose number stands on the slip, and its holder. It is looked up meanwhile: what the teller has begun to search for by
 * then stays.
 */
export function showTypedAccount(customerId: string, accountNumber: string): void {
  if (useCounterWork.getState().askedBy === 'slip') showCustomer(customerId, accountNumber)
}

/** Chooses a customer from the list, and the focus goes to the accounts when they are shown. */
export function chooseAndFocusAccounts(customerId: string, accountNumber: string | null): void {
  select(customerId, accountNumber)
  change({ askedBy: 'search', focusWhenChosen: { element: document.activeElement } })
}

/** Focuses a row of the accounts, unless the focus has moved elsewhere since the customer was chosen. */
export function focusAccounts(
  { element }: NonNullable<Work['focusWhenChosen']>,
  row: HTMLElement | null,
): void {
  if (element === document.activeElement || element?.isConnected === false) row?.focus()
  change({ focusWhenChosen: null })
}

/** Changes the slip to this kind and focuses its first field. What is typed stays. */
export const startSlip = (kind: SlipKind) =>
  change(({ draft }) => ({ draft: { ...draft, kind }, focusRequest: { field: 'account' } }))

export const typeInto = (field: SlipField, value: string) =>
  change(({ draft, askedBy }) => ({
    // Who signs is said of one account.
    draft: { ...draft, [field]: value, ...(field === 'account' ? { signedBy: [] } : {}) },
    askedBy: field === 'account' ? 'slip' : askedBy,
  }))

export const signBy = (signedBy: readonly string[]) =>
  change(({ draft }) => ({ draft: { ...draft, signedBy } }))

/** Says who stands at the counter; null: the holder of the account. */
export const namePresenter = (presenter: NamedPresenter | null) => change({ presenter })

/** Fills in an account on a slip without one and goes on to the next field; a slip with a number only gets the focus. */
export const fillInAccount = (accountNumber: string) =>
  change(({ draft }) =>
    draft.account.trim() === ''
      ? {
          draft: { ...draft, account: accountNumber },
          askedBy: 'slip',
          focusRequest: { field: fieldAfterAccount(draft.kind) },
        }
      : { focusRequest: { field: 'account' } },
  )

const fieldAfterAccount = (kind: SlipKind): SlipField => {
  const fields = fieldsOf(kind)
  return fields[fields.indexOf('account') + 1] ?? 'account'
}

/** An empty slip of the same kind, with the focus on its first field. */
export const nextSlip = () =>
  change(({ draft, slipNumber }) => ({
    draft: emptyDraft(draft.kind),
    presenter: null,
    slipNumber: slipNumber + 1,
    focusRequest: { field: 'account' },
  }))

/** After a posting: an empty slip, and nothing of the last customer stays. */
export function nextCustomer(): void {
  nextSlip()
  clearSelection()
  change({ searched: '', focusRequest: null })
}

/** What was posted is no longer a draft; it must not appear on the slip again. */
export const clearDraft = () => change(({ draft }) => ({ draft: emptyDraft(draft.kind), presenter: null }))

/** The field that gets the focus when the slip is shown again. */
export const requestFocus = (field: SlipField) => change({ focusRequest: { field } })

export const clearFocusRequest = () => change({ focusRequest: null })

export const hasText = ({ account, to, amount, description }: SlipDraft) =>
  [account, to, amount, description].some((text) => text.trim() !== '')

keepDrafts({
  owner: () => {
    const { owner, draft } = useCounterWork.getState()
    return hasText(draft) ? owner : null
  },
  drop: clearDraft,
})
