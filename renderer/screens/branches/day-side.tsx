import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/sessions.ts'
import type { TillRow } from '../../../shared/contract/tills.ts'
import { mapAnswer, type Answer } from '../../calls/answer.ts'
import { useMay } from '../../calls/use-may.ts'
import { useSession } from '../../calls/use-session.ts'
import { Note } from '../../components/failure-note.tsx'
import { AddTill } from '../tills/add-till.tsx'
import { BusinessDay } from './business-day.tsx'
import { ChangeBranch } from './change-branch.tsx'
import { PastDays } from './past-days.tsx'
import { PendingWithdrawals } from './pending-withdrawals.tsx'
import buttons from '../../components/buttons.module.css'
import styles from './day-side.module.css'

type Props = {
  readonly tills: Answer<readonly TillRow[]>
  /** The date of the day that is shown; null for the newest. */
  readonly chosen: string | null
  readonly onChoose: (businessDate: string | null) => void
}

/** What waits for a second person, what can be done with the day, and the days before. */
export function DaySide({ tills, chosen, onChoose }: Props) {
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
      {mayRead && <PastDays chosen={chosen} onChoose={onChoose} />}
      {mayAddTill && branch !== null && <Administration branch={branch} tills={tills} />}
    </>
  )
}

type AdministrationProps = Pick<Props, 'tills'> & { readonly branch: NonNullable<SessionView['branch']> }

/** Adds tills; or changes how the branch works, in its place. */
function Administration({ branch, tills }: AdministrationProps) {
  const { t } = useTranslation('branches')
  const mayChange = useMay('branches.change')
  const [isChanging, setChanging] = useState(false)
  if (isChanging) return <ChangeBranch branch={branch} onClose={() => setChanging(false)} />
  return (
    <AddTill names={mapAnswer(tills, (all) => all.map(({ name }) => name))}>
      <Note tone="info">{t('supervisorOnly')}</Note>
      {mayChange && (
        <button type="button" className={buttons.link} onClick={() => setChanging(true)}>
          {t('change.begin')}
        </button>
      )}
    </AddTill>
  )
}
