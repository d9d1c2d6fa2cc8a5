import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import typography from '../../theme/typography.module.css'
import facts from '../../components/facts.module.css'
import styles from './user-detail.module.css'

/** What is known of a member of staff. */
export function UserFacts({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  const { day, time } = useBranchTime()
  const { lastSignIn } = user
  return (
    <dl className={facts.facts}>
      <div className={styles.wholeLine}>
        <dt>{t('role')}</dt>
        <dd>{t(`roleName.${user.role}`)}</dd>
        <dd className={typography.secondary}>{t(`roleMay.${user.role}`)}</dd>
      </div>
      <Fact label={t('username')}>
        <bdi>{user.username}</bdi>
      </Fact>
      <Fact label={t('email')}>
        <bdi>{user.email}</bdi>
      </Fact>
      <Fact label={t('branch')}>
        <bdi>{user.branchName}</bdi>
        {user.assigned !== null && (
          <div className={typography.secondary}>
            {t('assignment.forATime', { at: time(user.assigned.until), branch: user.assigned.homeBranch })}
          </div>
        )}
      </Fact>
      <div>
        <dt>{t('lastSignIn')}</dt>
        <dd>{lastSignIn === null ? t('never') : <TimeText value={lastSignIn.at} />}</dd>
        {lastSignIn !== null && (
          <dd className={typography.secondary}>
            <Identifier>{lastSignIn.workstation}</Identifier>
          </dd>
        )}
      </div>
      <div>
        <dt>{t('session.title')}</dt>
        <dd>{t(user.session === null ? 'session.none' : 'session.now')}</dd>
        {user.session !== null && user.session.usedAt !== null && (
          <dd className={typography.secondary}>
            {t('session.used')} <TimeText value={user.session.usedAt} />
          </dd>
        )}
      </div>
      <Fact label={t('password')}>{user.mustChangePassword ? t('mustChange') : t('ownPassword')}</Fact>
      <Fact label={t('secondFactor')}>{t(user.hasCode ? 'hasCode' : 'hasNoCode')}</Fact>
      <Fact label={t('since')}>
        <DateText value={day(user.createdAt)} />
      </Fact>
    </dl>
  )
}
