import { useTranslation } from 'react-i18next'
import { DateText } from '../../components/bidi.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { TillTable } from '../tills/till-table.tsx'
import { AddTill } from '../tills/add-till.tsx'
import { BusinessDay } from './business-day.tsx'

/** The branch's day for a supervisor, its tills for an administrator; both see the state of both. */
export function BranchesScreen() {
  const { t } = useTranslation('branches')
  const { branch, user } = useSession()
  const list = useQueryCall('tills.list', {}, { every: 10_000 })
  const held = list.data?.tills.filter(({ holder }) => holder !== null)
  return (
    <Columns layout="list-detail">
      <Column label={t('day')}>
        <PageHeader title={t('title')} />
        <div className="pad day-state">
          <dl className="facts">
            <div>
              <dt>{t('date')}</dt>
              <dd className="day-date">
                {branch === null || branch.businessDate === null ? (
                  t('never')
                ) : (
                  <DateText value={branch.businessDate} />
                )}
              </dd>
            </div>
            <div>
              <dt>{t('state')}</dt>
              <dd>
                <StatusBadge tone={branch?.dayOpen === true ? 'ok' : 'neutral'}>
                  {branch?.dayOpen === true ? t('open') : t('closed')}
                </StatusBadge>
              </dd>
            </div>
            <div>
              <dt>{t('tills')}</dt>
              <dd>
                {list.data !== undefined &&
                  t('tillsOpen', { count: held?.length ?? 0, all: list.data.tills.length })}
              </dd>
            </div>
          </dl>
        </div>
        <FailureNote failure={list.failure} />
        <TillTable tills={list.data?.tills} />
      </Column>
      <Column label={t('title')} tone="sunken">
        {user?.role === 'SUPERVISOR' && branch !== null && (
          <BusinessDay branch={branch} held={held} key={`${branch.businessDate} ${branch.dayOpen}`} />
        )}
        {user?.role === 'ADMIN' && (
          <AddTill names={(list.data?.tills ?? []).map(({ name }) => name)}>
            <Note tone="info">{t('supervisorOnly')}</Note>
          </AddTill>
        )}
      </Column>
    </Columns>
  )
}
