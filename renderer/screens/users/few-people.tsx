import { useTranslation } from 'react-i18next'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { Note } from '../../components/failure-note.tsx'

type Props = {
  readonly users: readonly UserRow[]
  readonly secondPerson: string | null
  readonly others: boolean
}

/** Two people with power are not enough: when one forgets the password, the other cannot let them in alone. */
export function FewPeople({ users, secondPerson, others }: Props) {
  const { t } = useTranslation('users')
  const deciding = users.filter((user) => user.ownBranch && user.status === 'ACTIVE' && hasPower(user.role))
  if (deciding.length < 2 && others) return <Note tone="warn">{t('few.atBranch')}</Note>
  if (secondPerson === null && !others) return <Note tone="info">{t('few.alone')}</Note>
  return deciding.length < 3 ? <Note tone="warn">{t('few.two')}</Note> : null
}
