import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { Column } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { CreateUser } from './create-user.tsx'
import { UserDetail } from './user-detail.tsx'

type Props = {
  /** The one who is chosen in the list. */
  readonly user: UserRow | undefined
  readonly creating: boolean
  /** The branch's second person with power; null: there never was one. Undefined: not known. */
  readonly secondPerson: string | null | undefined
  /** Others of the bank have power, so that nobody is made or let in by one person. */
  readonly others: boolean
  readonly onCreated: () => void
}

/** Beside the list: a new user, the chosen one, or a hint to choose one. */
export function UserColumn({ user, creating, secondPerson, others, onCreated }: Props) {
  const { t } = useTranslation('users')
  if (creating)
    return (
      <Column label={t('create.title')} tone="sunken">
        <CreateUser alone={secondPerson === null && !others} onDone={onCreated} />
      </Column>
    )
  return (
    <Column label={user?.fullName ?? t('nobody.title')} tone="sunken">
      {user === undefined ? (
        <EmptyState title={t('nobody.title')} hint={t('nobody.hint')} />
      ) : (
        <UserDetail key={user.id} user={user} isSecond={!others && user.id === secondPerson} />
      )}
    </Column>
  )
}
