import { useTranslation } from 'react-i18next'
import { caseStatus, type ScreeningCase } from '../../../shared/contract/screening.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { WorkQueue, WorkQueueItem } from '../../components/work-queue.tsx'
import { classes } from '../../theme/classes.ts'
import type { Cases } from './use-cases.ts'
import chips from '../../components/chips.module.css'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = { readonly work: Cases; readonly onLists: () => void }

/** The matches that wait, or those that were decided. */
export function CasesColumn({ work, onLists }: Props) {
  const { t } = useTranslation('screening')
  const { answer, rows, status, current } = work
  return (
    <Column label={t('cases')}>
      <PageHeader title={t('title')}>
        <BusyButton variant="default" keys="Ctrl+I" onClick={onLists}>
          {t('lists')}
        </BusyButton>
      </PageHeader>
      <fieldset className={chips.chips}>
        <legend className={layout.visuallyHidden}>{t('which')}</legend>
        {caseStatus.options.map((one) => (
          <button
            key={one}
            type="button"
            className={chips.chip}
            aria-pressed={status === one}
            onClick={() => work.show(one)}
          >
            {t(`status.${one}`)}
          </button>
        ))}
      </fieldset>
      <AnswerNote answer={answer} />
      <WorkQueue label={t('cases')}>
        {rows.map((one) => (
          <WorkQueueItem key={one.id} chosen={one.id === current?.id} onChoose={() => work.choose(one.id)}>
            <Summary one={one} />
          </WorkQueueItem>
        ))}
      </WorkQueue>
    </Column>
  )
}

function Summary({ one }: { readonly one: ScreeningCase }) {
  const { t } = useTranslation('screening')
  return (
    <>
      <bdi className={classes(typography.primary, typography.clipped)}>{one.customerName}</bdi>
      <span className={typography.secondary}>{t('score', { score: one.score })}</span>
      <bdi className={classes(typography.secondary, typography.clipped)}>{one.listedName}</bdi>
      <bdi className={typography.secondary}>{one.list}</bdi>
    </>
  )
}
