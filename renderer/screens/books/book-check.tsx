import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FreshCheck } from '../../../shared/contract/book-views.ts'
import { mapAnswer } from '../../calls/answer.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column, Columns } from '../../components/columns.tsx'
import { Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { FaultTable } from './fault-table.tsx'
import { FaultPosting } from './fault-posting.tsx'
import { useFreshCheck } from './use-fresh-check.ts'
import { useWholeCheck } from './use-whole-check.ts'
import type { ViewProps } from './view-props.ts'
import { WholeCheckPanel } from './whole-check-panel.tsx'
import styles from './books.module.css'

/** Whether the books agree with themselves: what is new at once, everything on demand. */
export function BookCheck({ header }: ViewProps) {
  const { t } = useTranslation('books')
  const fresh = useFreshCheck()
  const whole = useWholeCheck()
  const [posting, setPosting] = useState<string | null>(null)
  const found = mapAnswer(fresh.answer, ({ faults }) => [...faults, ...(whole.check?.faults ?? [])])
  const { check, running } = whole
  useKeys({
    R: { label: t('check.again'), run: fresh.refetch },
    'Ctrl+Enter': { label: t('check.begin'), run: whole.begin, disabled: running },
    ...(running && check !== null
      ? { Escape: { label: t('check.cancel'), run: () => whole.cancel(check.id) } }
      : {}),
  })
  return (
    <Columns layout="list-detail">
      <Column label={t('view.check')}>
        {header}
        <div className={styles.summary}>
          {fresh.answer.state === 'known' && <Summary fresh={fresh.answer.value} goesOn={fresh.goesOn} />}
          <BusyButton variant="default" keys="R" busy={fresh.fetching} onClick={fresh.refetch}>
            {t('check.again')}
          </BusyButton>
        </div>
        <FaultTable faults={found} onOpen={({ reference }) => setPosting(reference)} />
      </Column>
      <Column label={t('check.whole')} tone="sunken">
        {posting === null ? (
          <WholeCheckPanel whole={whole} />
        ) : (
          <FaultPosting key={posting} reference={posting} onClose={() => setPosting(null)} />
        )}
      </Column>
    </Columns>
  )
}

function Summary({ fresh, goesOn }: { readonly fresh: FreshCheck; readonly goesOn: boolean }) {
  const { t } = useTranslation('books')
  const { faults, entries, daysLeft, milliseconds } = fresh
  const figures = { entries, seconds: Math.max(Math.round(milliseconds / 100), 1) / 10 }
  return (
    <Note tone={faults.length > 0 ? 'bad' : daysLeft > 0 ? 'warn' : 'ok'}>
      <p>
        {faults.length > 0 ? t('check.newWrong', { count: faults.length }) : t('check.newRight', figures)}
      </p>
      {daysLeft > 0 && <p>{t(goesOn ? 'check.daysGoOn' : 'check.daysLeft', { count: daysLeft })}</p>}
    </Note>
  )
}
