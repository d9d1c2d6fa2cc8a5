import { useTranslation } from 'react-i18next'
import type { ListVersion, ScreeningLists } from '../../../shared/contract/screening.ts'
import type { Answer } from '../../calls/answer.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { classes } from '../../theme/classes.ts'
import { RunProgress } from './run-progress.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './screening.module.css'

type Props = { readonly answer: Answer<ScreeningLists>; readonly onCases: (() => void) | null }

/** How far the last run is, and the versions that were imported, the newest first. */
export function ListsColumn({ answer, onCases }: Props) {
  const { t } = useTranslation('screening')
  const { lists, run } = answer.state === 'known' ? answer.value : { lists: [], run: null }
  return (
    <Column label={t('lists')}>
      <PageHeader title={t('lists')}>
        {onCases !== null && (
          <BusyButton variant="default" keys="Ctrl+I" onClick={onCases}>
            {t('cases')}
          </BusyButton>
        )}
      </PageHeader>
      <div className={classes(layout.scroll, layout.padded)}>
        <div className={layout.stack}>
          <AnswerNote answer={answer} />
          {run !== null && <RunProgress key={run.id} run={run} />}
          {answer.state === 'known' && lists.length === 0 && (
            <p className={typography.secondary}>{t('noList')}</p>
          )}
          <ul className={styles.versions}>
            {lists.map((one) => (
              <Version key={one.id} one={one} />
            ))}
          </ul>
        </div>
      </div>
    </Column>
  )
}

function Version({ one }: { readonly one: ListVersion }) {
  const { t } = useTranslation('screening')
  const { time } = useBranchTime()
  return (
    <li data-current={one.status === 'CURRENT' || undefined}>
      <bdi className={typography.primary}>{one.list}</bdi>
      <p className={typography.secondary}>
        {t(`format.${one.format}`)} · {t(`version.${one.status}`)}
      </p>
      <p className={typography.secondary}>{t('size', { entities: one.entities, names: one.names })}</p>
      <p className={typography.secondary}>
        {t('imported', { name: one.importedBy, time: time(one.importedAt) })}
      </p>
    </li>
  )
}
