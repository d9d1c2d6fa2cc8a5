import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { EndSession } from './end-session.tsx'
import { ProposeButton } from './propose-button.tsx'
import { useOtherBranches } from './use-other-branches.ts'
import { UserStatus } from './user-status.tsx'
import styles from './user-detail.module.css'

type Props = {
  readonly user: UserRow
  readonly isSelf: boolean
  /** The form that was just left: its button has the focus. */
  readonly returned: 'edit' | 'reset' | null
  readonly onEdit: () => void
  readonly onReset: () => void
  readonly onBranch: () => void
}

/** Changing, the password, where somebody works, and suspending. Of oneself only name and e-mail. */
export function UserActions({ user, isSelf, returned, onEdit, onReset, onBranch }: Props) {
  const { t } = useTranslation('users')
  const branches = useOtherBranches(user)
  useKeys({ E: { label: t('edit.start'), run: onEdit } })
  return (
    <>
      <div className={styles.actions}>
        <BusyButton variant="default" keys="E" startHere={returned === 'edit'} onClick={onEdit}>
          {t('edit.start')}
        </BusyButton>
        {!isSelf && (
          <BusyButton variant="default" startHere={returned === 'reset'} onClick={onReset}>
            {t('reset.start')}
          </BusyButton>
        )}
        {!isSelf && branches.length > 0 && (
          <BusyButton variant="default" onClick={onBranch}>
            {t('assignment.start')}
          </BusyButton>
        )}
      </div>
      {isSelf ? <Note tone="info">{t('ownHint')}</Note> : <UserStatus user={user} />}
      {!isSelf && user.session !== null && <EndSession user={user} />}
      {!isSelf && user.hasCode && <ProposeButton user={user} kind="USER_CODE" />}
    </>
  )
}
