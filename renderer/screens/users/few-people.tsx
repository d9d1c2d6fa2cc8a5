import { useTranslation } from 'react-i18next'
import { hasPower } from '../../../shared/rules/approval-kinds.ts'
import type { UserRow } from '../../../shared/contract/users.ts'
import { Note } from '../../components/failure-note.tsx'

type Props = { readonly users: readonly UserRow[]; readonly secondPerson: string | null }

/** Two people with power are not enough: when one forgets the password, the other cannot let them in alone. */
export function FewPeople({ users, secondPerson }: Props) {
  const { t } = useTranslation('users')
  const deciding = users.filter((user) => user.ownBranch && user.status === 'ACTIVE' && hasPower(user.role))
  if (secondPerson === null) return <Note tone="info">{t('few.alone')}</Note>
  return deciding.length < 3 ? <Note tone="warn">{t('few.two')}</Note> : null
}
