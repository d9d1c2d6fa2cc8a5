import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useQueryCall } from '../../calls/use-call.ts'
import { useSession } from '../../calls/use-session.ts'
import { TillTable } from '../tills/till-table.tsx'
import { AddTill } from '../tills/add-till.tsx'
import { BusinessDay } from './business-day.tsx'
import { DayState } from './day-state.tsx'

/** The branch's day for a supervisor, its tills for an administrator; both see the state of both. */
export function BranchesScreen() {
  const { t } = useTranslation('branches')
  const { branch } = useSession()
  const mayOpenDay = useMay('branches.openDay')
  const mayAddTill = useMay('tills.add')
  const list = useQueryCall('tills.list', {}, { every: 10_000 })
  const tills = list.data?.tills
  const held = tills?.filter(({ holder }) => holder !== null)
  return (
    <Columns layout="list-detail">
      <Column label={t('day')}>
        <PageHeader title={t('title')} />
        <DayState tills={tills} />
        <FailureNote failure={list.failure} />
        <TillTable tills={tills} />
      </Column>
      <Column label={t('title')} tone="sunken">
        {mayOpenDay && branch !== null && (
          <BusinessDay branch={branch} held={held} key={`${branch.businessDate} ${branch.dayOpen}`} />
        )}
        {mayAddTill && (
          <AddTill names={(list.data?.tills ?? []).map(({ name }) => name)}>
            <Note tone="info">{t('supervisorOnly')}</Note>
          </AddTill>
        )}
      </Column>
    </Columns>
  )
}
