import { useTranslation } from 'react-i18next'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Column } from '../../components/columns.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { AlertsQueue } from './alerts-queue.tsx'
import type { AlertsList } from './use-alerts.ts'
import layout from '../../theme/layout.module.css'
import chips from '../../components/chips.module.css'

/** What waits, or what was decided. */
export function AlertsColumn({ list }: { readonly list: AlertsList }) {
  const { t } = useTranslation('watch')
  const { answer, rows, open, current } = list
  const count = rows.length
  return (
    <Column label={t('queue')}>
      <PageHeader
        title={t('title')}
        detail={answer.state === 'known' ? t(open ? 'waiting' : 'decidedCount', { count }) : ''}
      />
      <fieldset className={chips.chips}>
        <legend className={layout.visuallyHidden}>{t('show.label')}</legend>
        {([true, false] as const).map((those) => (
          <button
            key={String(those)}
            type="button"
            className={chips.chip}
            aria-pressed={open === those}
            onClick={() => list.show(those)}
          >
            {t(those ? 'show.open' : 'show.decided')}
          </button>
        ))}
      </fieldset>
      <AnswerNote answer={answer} inset />
      <AlertsQueue rows={rows} currentId={current?.id ?? null} onChoose={list.choose} />
    </Column>
  )
}
