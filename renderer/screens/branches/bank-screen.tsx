import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../../app/use-leave.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { BankDetail } from './bank-detail.tsx'
import { BankTable } from './bank-table.tsx'
import { NewBranch } from './new-branch.tsx'

/** A branch is approved, and people come to it, while the list is open. */
const LOOK_AGAIN_MS = 15_000

/** The branches of the bank; beside the list a new one, the chosen one, or a hint to choose one. */
export function BankScreen() {
  const { t } = useTranslation('branches')
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const [proposed, setProposed] = useState<string | null>(null)
  const starter = useRef<HTMLButtonElement>(null)
  const mayPropose = useMay('branches.propose')
  const { answer } = useQueryCall('branches.list', {}, { every: LOOK_AGAIN_MS })
  const { asked, byKey } = useLeave()
  const start = () => setMaking(true)
  const finish = (message: string | null) => {
    setMaking(false)
    if (message !== null) setChosen(null)
    setProposed(message)
    starter.current?.focus()
  }
  const newBranch = { label: t('bank.new'), run: () => byKey(start), active: making }
  useKeys(mayPropose ? { 'Ctrl+N': newBranch } : {})
  const list = answer.state === 'known' ? answer.value.branches : []
  const branch = making ? undefined : list.find(({ id }) => id === chosen)
  const own = list.find(({ isOwn }) => isOwn)
  return (
    <Columns layout="list-detail">
      <Column label={t('bank.list')}>
        <PageHeader title={t('bank.title')}>
          {mayPropose && (
            <BusyButton keys="Ctrl+N" ref={starter} onClick={() => asked('new', start)}>
              {t('bank.new')}
            </BusyButton>
          )}
        </PageHeader>
        <BankTable
          branches={mapAnswer(answer, ({ branches }) => branches)}
          selectedKey={making ? null : chosen}
          onOpen={({ id }) =>
            asked(id, () => {
              setChosen(id)
              setMaking(false)
            })
          }
        />
      </Column>
      <Column label={branch?.name ?? t(making ? 'bank.newTitle' : 'bank.nothingChosen')} tone="sunken">
        {making && own !== undefined && <NewBranch like={own} onDone={finish} />}
        {branch !== undefined && <BankDetail key={branch.id} branch={branch} />}
        {!making && branch === undefined && (
          <EmptyState title={proposed ?? t('bank.nothingChosen')} hint={t('bank.hint')} />
        )}
      </Column>
    </Columns>
  )
}
