import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { LikelyPerson } from './likely-person.tsx'
import type { Likely } from './use-likely.ts'

type Props = { readonly likely: Likely; readonly onOpen: (person: CustomerRow) => void }

/** Announced when it changes, because the eyes are on the form. */
const ANNOUNCED = { 'aria-live': 'polite' } as const

/** People who may be the same, with what they have in common, beside the form and before anything is saved. */
export function LikelyList({ likely: { wanted, people, searching }, onOpen }: Props) {
  const { t } = useTranslation(['customers', 'components'])
  if (wanted === null) return <EmptyState title={t('likelyEmpty')} hint={t('likelyHint')} />
  if (searching)
    return (
      <div className="empty">
        <Loader aria-label={t('components:loading')} />
      </div>
    )
  if (people.length === 0) return <EmptyState title={t('likelyEmpty')} hint={t('likelyNone')} />
  return (
    <ul className="likely" onKeyDown={(event) => roveFocus(event, 'button')} {...ANNOUNCED}>
      {people.map((person) => (
        <li key={person.id}>
          <LikelyPerson wanted={wanted} person={person} onOpen={() => onOpen(person)} />
        </li>
      ))}
    </ul>
  )
}
