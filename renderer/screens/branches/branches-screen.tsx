import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../calls/use-session.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { TillTable } from '../tills/till-table.tsx'
import { ChangeBranch } from './change-branch.tsx'
import { DayFigures } from './day-figures.tsx'
import { DaySide } from './day-side.tsx'
import { DayState } from './day-state.tsx'

/** The figures of a day for supervisors and auditors, the tills for an administrator, and what each may do with the day. */
export function BranchesScreen() {
  const { t } = useTranslation('branches')
  const mayRead = useMay('branches.readDay')
  const mayChange = useMay('branches.change')
  const { branch } = useSession()
  const [isChanging, setChanging] = useState(false)
  const [chosen, choose] = useState<string | null>(null)
  const { answer } = useQueryCall('tills.list', {}, { every: 10_000 })
  const tills = mapAnswer(answer, (list) => list.tills)
  return (
    <Columns layout="list-detail">
      <Column label={t('day')}>
        <PageHeader title={t('title')}>
          {mayChange && !isChanging && (
            <BusyButton variant="default" onClick={() => setChanging(true)}>
              {t('change.begin')}
            </BusyButton>
          )}
        </PageHeader>
        {mayRead ? (
          <DayFigures businessDate={chosen} onNewest={() => choose(null)} />
        ) : (
          <>
            <DayState tills={tills} />
            <TillTable tills={tills} />
          </>
        )}
      </Column>
      <Column label={t('title')} tone="sunken">
        {isChanging && branch !== null ? (
          <ChangeBranch branch={branch} onClose={() => setChanging(false)} />
        ) : (
          <DaySide tills={tills} chosen={chosen} onChoose={choose} />
        )}
      </Column>
    </Columns>
  )
}
