import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BookCheck } from '../../../shared/contract/book-views.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import type { WholeCheck } from './use-whole-check.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

/** The check of every entry there is: how the last one ended or how far it is, and what can be done with it. */
export function WholeCheckPanel({ whole }: { readonly whole: WholeCheck }) {
  const { t } = useTranslation('books')
  const { answer, check, running, failure, begin, resume, cancel } = whole
  const stopped = check?.status === 'RUNNING' && !running
  return (
    <>
      <header className={panel.head}>
        <h2>{t('check.whole')}</h2>
      </header>
      <div className={classes(layout.padded, layout.stack)}>
        <p className={typography.secondary}>{t('check.wholeText')}</p>
        <AnswerNote answer={answer} />
        {check !== null && <HowItStands check={check} />}
        <FailureNote failure={failure} />
        {running && check !== null && (
          <BusyButton variant="default" keys="Escape" onClick={() => cancel(check.id)}>
            {t('check.cancel')}
          </BusyButton>
        )}
        {stopped && <BusyButton onClick={() => resume(check.id)}>{t('check.resume')}</BusyButton>}
        {!running && (
          <BusyButton {...(stopped ? { variant: 'default' } : {})} keys="Ctrl+Enter" onClick={begin}>
            {t('check.begin')}
          </BusyButton>
        )}
      </div>
    </>
  )
}

function HowItStands({ check }: { readonly check: BookCheck }) {
  const { t } = useTranslation('books')
  const { status, askedBy, startedAt, done, total, faultCount } = check
  const share = total === 0 ? 100 : Math.floor((100 * done) / total)
  return (
    <>
      <p className={typography.secondary}>
        <TimeText value={startedAt} /> {askedBy}
      </p>
      {status === 'RUNNING' && (
        <>
          <Progress value={share} aria-label={t('check.progress')} />
          <p>{t('check.share', { share, done, total })}</p>
        </>
      )}
      {status === 'CANCELLED' && <Note tone="warn">{t('check.cancelled', { share })}</Note>}
      {status === 'DONE' && faultCount === 0 && (
        <Note tone="ok">{t('check.right', { entries: total / 2 })}</Note>
      )}
      {faultCount > 0 && <Note tone="bad">{t('check.wrong', { count: faultCount })}</Note>}
    </>
  )
}
