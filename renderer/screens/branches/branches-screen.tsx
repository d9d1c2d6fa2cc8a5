import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { mapAnswer } from '../../calls/answer.ts'
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
  const { answer } = useQueryCall('tills.list', {}, { every: 10_000 })
  const tills = mapAnswer(answer, (list) => list.tills)
  const held = mapAnswer(tills, (all) => all.filter(({ holder }) => holder !== null))
  return (
    <Columns layout="list-detail">
      <Column label={t('day')}>
        <PageHeader title={t('title')} />
        <DayState tills={tills} />
        <TillTable tills={tills} />
      </Column>
      <Column label={t('title')} tone="sunken">
        {mayOpenDay && branch !== null && (
          <BusinessDay branch={branch} held={held} key={`${branch.businessDate} ${branch.dayOpen}`} />
        )}
        {mayAddTill && (
          <AddTill names={mapAnswer(tills, (all) => all.map(({ name }) => name))}>
            <Note tone="info">{t('supervisorOnly')}</Note>
          </AddTill>
        )}
      </Column>
    </Columns>
  )
}
