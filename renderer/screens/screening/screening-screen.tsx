import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconUserCheck } from '@tabler/icons-react'
import { useMay } from '../../calls/use-may.ts'
import { Column, Columns } from '../../components/columns.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { CaseReview } from './case-review.tsx'
import { CasesColumn } from './cases-column.tsx'
import { ListsView } from './lists-view.tsx'
import { useCases, type Cases } from './use-cases.ts'

/** Customers whose names are like listed ones, one after the other and by keys alone; and the lists they are compared with. */
export function ScreeningScreen() {
  const { t } = useTranslation('screening')
  const mayDecide = useMay('screening.cases')
  const [lists, setLists] = useState(!mayDecide)
  useKeys(mayDecide ? { 'Ctrl+I': { label: t(lists ? 'cases' : 'lists'), run: () => setLists(!lists) } } : {})
  const toggle = mayDecide ? () => setLists(!lists) : null
  return lists ? <ListsView onCases={toggle} /> : <CasesView onLists={() => setLists(true)} />
}

function CasesView({ onLists }: { readonly onLists: () => void }) {
  const { t } = useTranslation('screening')
  const work = useCases()
  const { current, step, rows } = work
  useKeys({
    J: { label: t('next'), run: () => step(1), disabled: rows.length < 2 },
    K: { label: t('previous'), run: () => step(-1), disabled: rows.length < 2 },
  })
  return (
    <Columns layout="review">
      <CasesColumn work={work} onLists={onLists} />
      {current === undefined ? (
        <Nothing work={work} />
      ) : (
        <CaseReview key={current.id} shown={current} onDecided={work.leave} />
      )}
    </Columns>
  )
}

function Nothing({ work: { answer, status } }: { readonly work: Cases }) {
  const { t } = useTranslation('screening')
  return (
    <Column label={t('match')} tone="canvas">
      {answer.state === 'known' && (
        <EmptyState
          icon={<IconUserCheck size={32} stroke={1.5} />}
          title={t(`none.${status}`)}
          hint={t('noneHint')}
        />
      )}
    </Column>
  )
}
