import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { Note } from '../../components/failure-note.tsx'
import { InlineForm } from '../../components/form/inline-form.tsx'
import { useUserProposal } from './use-user-proposal.ts'

type Props = {
  readonly user: UserRow
  readonly onProposed: (half: string) => void
  readonly onCancel: () => void
}

/** Proposes a temporary password for a supervisor or administrator. */
export function ProposeReset({ user, onProposed, onCancel }: Props) {
  const { t } = useTranslation('users')
  const { propose, half, busy, failure } = useUserProposal()
  const save = async () => {
    const answer = await propose({ kind: 'USER_RESET', userId: user.id, person: null, role: null }, true)
    if (answer?.ok === true) onProposed(half)
  }
  return (
    <InlineForm
      submit={{ label: t('proposal.reset'), run: () => void save(), busy }}
      leave={{ label: t('cancel'), run: onCancel, unavailable: busy }}
      failure={failure}
    >
      <Note tone="info">{t('proposal.twoHalves', { name: user.fullName })}</Note>
    </InlineForm>
  )
}
