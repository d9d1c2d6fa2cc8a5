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
  const role = t(`role.${user.role}`)
  return (
    <div className={styles.cell}>
      <span
        className={classes(styles.name, styles.person)}
        title={t('userAndRole', { name: user.fullName, role })}
      >
        <bdi className={typography.clipped} data-name>
          {user.fullName}
        </bdi>
        <span className={styles.role}>{role}</span>
      </span>
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
