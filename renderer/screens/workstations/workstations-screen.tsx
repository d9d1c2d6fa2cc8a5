import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../../app/use-leave.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CodesColumn } from './codes-column.tsx'
import { NewCode } from './new-code.tsx'
import { WorkstationDetail } from './workstation-detail.tsx'
import { WorkstationTable } from './workstation-table.tsx'

/** A workstation comes and goes while the list is open. */
const LOOK_AGAIN_MS = 10_000

/** The computers that work with the bank's database; beside the list a code for another one, the chosen one, or what waits. */
export function WorkstationsScreen() {
  const { t } = useTranslation('workstations')
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const starter = useRef<HTMLButtonElement>(null)
  const mayMake = useMay('workstations.proposeCode')
  const { answer } = useQueryCall('workstations.list', {}, { every: LOOK_AGAIN_MS })
  const isEmbedded = useIsEmbedded()
  const { asked, byKey } = useLeave()
  const offersCode = mayMake && !isEmbedded
  const start = () => setMaking(true)
  const finish = () => {
    setMaking(false)
    starter.current?.focus()
  }
  const newCode = { label: t('new'), run: () => byKey(start), active: making }
  useKeys(offersCode ? { 'Ctrl+N': newCode } : {})
  const list = answer.state === 'known' ? answer.value : null
  const workstation = making ? undefined : list?.workstations.find(({ login }) => login === chosen)
  return (
    <Columns layout="list-detail">
      <Column label={t('list')}>
        <PageHeader title={t('title')}>
          {offersCode && (
            <BusyButton keys="Ctrl+N" ref={starter} onClick={() => asked('new', start)}>
              {t('new')}
            </BusyButton>
          )}
        </PageHeader>
        <WorkstationTable
          workstations={mapAnswer(answer, ({ workstations }) => workstations)}
          selectedKey={making ? null : chosen}
          onOpen={({ login }) =>
            asked(login, () => {
              setChosen(login)
              setMaking(false)
            })
          }
        />
      </Column>
      <Column label={workstation?.computer ?? t('nothingChosen')} tone="sunken">
        {making && <NewCode onDone={finish} />}
        {workstation !== undefined && <WorkstationDetail key={workstation.login} workstation={workstation} />}
        {!making && workstation === undefined && list !== null && (
          <CodesColumn codes={list.codes} refused={list.refused} isEmbedded={isEmbedded} />
        )}
      </Column>
    </Columns>
  )
}

/** Whether the database is on this computer, where no other one reaches it. */
function useIsEmbedded(): boolean {
  const { answer } = useQueryCall('database.get', {})
  return answer.state === 'known' && answer.value.kind === 'embedded'
}
