import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../../shared/contract/users.ts'
import { DateText } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'

/** What is known of a member of staff. */
export function UserFacts({ user }: { readonly user: UserRow }) {
  const { t } = useTranslation('users')
  return (
    <dl className="facts facts-lines">
      <div>
        <dt>{t('role')}</dt>
        <dd>{t(`roleName.${user.role}`)}</dd>
        <dd className="t2">{t(`roleMay.${user.role}`)}</dd>
      </div>
      <Fact label={t('username')}>
        <bdi>{user.username}</bdi>
      </Fact>
      <Fact label={t('email')}>
        <bdi>{user.email}</bdi>
      </Fact>
      <Fact label={t('password')}>{user.mustChangePassword ? t('mustChange') : t('ownPassword')}</Fact>
      <Fact label={t('since')}>
        <DateText value={user.createdAt.slice(0, 10)} />
      </Fact>
    </dl>
  )
}
