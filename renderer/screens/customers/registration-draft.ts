import { create } from 'zustand'
import { keepDrafts } from '../../keyboard/drafts.ts'
import { blankRegistration, type PersonForm } from './person-schema.ts'

/** What a user typed into the registration and has not saved. Its id makes the registration idempotent: sent twice, it registers once. */
export type Draft = { readonly id: string; readonly userId: string; readonly values: PersonForm }

type State = { readonly draft: Draft | null; readonly lastCountry: string }

/** Kept while the teller looks at another customer; no other user ever sees it. */
const useDrafts = create<State>(() => ({ draft: null, lastCountry: '' }))

export const useDraft = (userId: string): Draft | null => {
  const draft = useDrafts((state) => state.draft)
  return draft?.userId === userId ? draft : null
}

/** The kept draft of this user, or an empty one with the country of the last registration. */
export function startDraft(userId: string): Draft {
  const { draft, lastCountry } = useDrafts.getState()
  if (draft?.userId === userId) return draft
  return { id: crypto.randomUUID(), userId, values: blankRegistration(lastCountry) }
}

/** Keeps the draft if anything was typed into it. */
export function keepDraft(draft: Draft): void {
  const { country: _, taxResidences, ...typed } = draft.values
  const residences = taxResidences.flatMap(({ country, tin }) => [country, tin])
  const something = [...Object.values(typed), ...residences].some(
    (value) => typeof value === 'string' && value !== '',
  )
  useDrafts.setState({ draft: something ? draft : null })
}

export const dropDraft = (): void => useDrafts.setState({ draft: null })

keepDrafts({ owner: () => useDrafts.getState().draft?.userId ?? null, drop: dropDraft })

/** The next customer most likely comes from the same country. */
export const rememberCountry = (lastCountry: string): void => useDrafts.setState({ lastCountry })
