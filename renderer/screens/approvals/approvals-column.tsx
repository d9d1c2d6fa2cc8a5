import { useTranslation } from 'react-i18next'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ApprovalsQueue } from './approvals-queue.tsx'
import type { ApprovalsList } from './use-approvals.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'

/** What waits, or what was decided. */
export function ApprovalsColumn({ list }: { readonly list: ApprovalsList }) {
  const { t } = useTranslation('approvals')
  const { answer, rows, waiting, currentId } = list
  return (
    <Column label={t('queue')}>
      <PageHeader
        title={t('title')}
        detail={answer.state === 'known' && waiting ? t('waiting', { count: rows.length }) : ''}
      />
      <fieldset className={chips.chips}>
        <legend className={layout.visuallyHidden}>{t('which')}</legend>
        {([true, false] as const).map((those) => (
          <button
            key={String(those)}
            type="button"
            className={chips.chip}
            aria-pressed={waiting === those}
            onClick={() => list.show(those)}
          >
            {t(those ? 'waits' : 'decided')}
          </button>
        ))}
      </fieldset>
      <AnswerNote answer={answer} />
      <ApprovalsQueue rows={rows} currentId={currentId} onChoose={list.choose} />
    </Column>
  )
}
