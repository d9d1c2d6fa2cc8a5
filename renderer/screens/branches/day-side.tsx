import { useTranslation } from 'react-i18next'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { mapAnswer, type Answer } from '../../calls/answer.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { Note } from '../../components/failure-note.tsx'
import { AddTill } from '../tills/add-till.tsx'
import { BusinessDay } from './business-day.tsx'
import { OpenMonth } from './open-month.tsx'
import { PastDays } from './past-days.tsx'
import { PendingWithdrawals } from './pending-withdrawals.tsx'
import panel from '../../components/panel.module.css'
import styles from './day-side.module.css'

type Props = {
  readonly tills: Answer<readonly TillRow[]>
  /** The date of the day that is shown; null for the newest. */
  readonly chosen: string | null
  readonly onChoose: (businessDate: string | null) => void
}

/** What waits for a second person, what can be done with the day, and the days before. */
export function DaySide({ tills, chosen, onChoose }: Props) {
  const { t } = useTranslation('branches')
  const { branch } = useSession()
  const mayOpenDay = useMay('branches.openDay')
  const mayAddTill = useMay('tills.add')
  const mayRead = useMay('branches.readDay')
  const mayDecide = useMay('branches.confirmWithdrawal')
  const held = mapAnswer(tills, (all) => all.filter(({ holder }) => holder !== null))
  return (
    <>
      {mayDecide && <PendingWithdrawals />}
      {mayOpenDay && branch !== null && (
        <div className={styles.action}>
          <BusinessDay branch={branch} held={held} key={`${branch.businessDate} ${branch.dayOpen}`} />
        </div>
      )}
      {mayRead && (
        <>
          {branch?.businessDate != null && <OpenMonth businessDate={branch.businessDate} shown={chosen} />}
          <header className={panel.head}>
            <h2>{t('days.title')}</h2>
          </header>
          <PastDays chosen={chosen} onChoose={onChoose} />
        </>
      )}
      {mayAddTill && (
        <AddTill names={mapAnswer(tills, (all) => all.map(({ name }) => name))}>
          <Note tone="info">{t('supervisorOnly')}</Note>
        </AddTill>
      )}
    </>
  )
}
