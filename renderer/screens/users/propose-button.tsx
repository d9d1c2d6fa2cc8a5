import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useUserProposal } from './use-user-proposal.ts'

type Props = {
  readonly user: UserRow
  readonly kind: 'USER_UNLOCK' | 'USER_REACTIVATE' | 'USER_CODE'
}

/** Proposes to let a supervisor or administrator in again. */
export function ProposeButton({ user, kind }: Props) {
  const { t } = useTranslation('users')
  const { propose, busy, failure } = useUserProposal()
  const run = () => void propose({ kind, userId: user.id, person: null, role: null }, false)
  return (
    <>
      <BusyButton variant="default" busy={busy} onClick={run}>
        {t(`proposal.${kind}`)}
      </BusyButton>
      <FailureNote failure={failure} />
    </>
  )
}
