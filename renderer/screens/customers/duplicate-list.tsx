import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { DuplicatePerson } from './duplicate-person.tsx'
import type { Duplicates } from './use-duplicates.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import empty from '../../components/empty-state.module.css'
import styles from './duplicates.module.css'

type Props = { readonly duplicates: Duplicates; readonly onOpen: (person: CustomerRow) => void }

/** Announced when it changes, because the user is reading the form. */
const ANNOUNCED = { 'aria-live': 'polite' } as const

/** Customers who may be the same person, with what they have in common, beside the form and before anything is saved. */
export function DuplicateList({ duplicates: { search, people }, onOpen }: Props) {
  const { t } = useTranslation(['customers', 'components'])
  if (search === null || people === null)
    return <EmptyState title={t('duplicates.empty')} hint={t('duplicates.hint')} />
  if (people.state === 'unknown')
    return (
      <div className={classes(layout.padded, layout.stack)}>
        <p>{t('duplicates.notChecked')}</p>
        <AnswerNote answer={people} />
      </div>
    )
  const isEmpty = people.state === 'known' && people.value.length === 0
  if (people.state === 'loading' || (isEmpty && !people.current))
    return (
      <div className={empty.empty}>
        <Loader aria-label={t('components:loading')} />
      </div>
    )
  if (isEmpty) return <EmptyState title={t('duplicates.empty')} hint={t('duplicates.none')} />
  return (
    <ul className={styles.people} onKeyDown={(event) => roveFocus(event, 'button')} {...ANNOUNCED}>
      {people.value.map((person) => (
        <li key={person.id}>
          <DuplicatePerson search={search} person={person} onOpen={() => onOpen(person)} />
        </li>
      ))}
    </ul>
  )
}
