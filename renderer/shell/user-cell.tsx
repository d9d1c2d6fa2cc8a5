import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAskedGo } from '../app/use-leave.ts'
import type { SessionView } from '../../shared/contract/sessions.ts'
import { classes } from '../theme/classes.ts'
import typography from '../theme/typography.module.css'
import styles from './status-bar.module.css'

/** Who is signed in, and the way to the own password. */
export function UserCell({ user }: { readonly user: NonNullable<SessionView['user']> }) {
  const { t } = useTranslation('shell')
  const go = useAskedGo()
  const person = t('userAndRole', { name: user.fullName, role: t(`role.${user.role}`) })
  return (
    <div className={styles.cell}>
      <span className={classes(typography.clipped, styles.name)}>{person}</span>
      <button
        type="button"
        className={styles.tool}
        aria-label={t('ownPassword')}
        title={t('ownPassword')}
        onClick={() => go('/sessions')}
      >
        <IconKey size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}
