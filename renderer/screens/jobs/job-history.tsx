import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { JobName, JobRun } from '../../../shared/contract/jobs.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { doneInWords, RUN_TONES } from './job-words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

/** The last runs of a job, the newest first. */
export function JobHistory({ name }: { readonly name: JobName }) {
  const { t } = useTranslation('jobs')
  const { answer } = useQueryCall('jobs.history', { name }, { keep: true })
  const runs = answer.state === 'known' ? answer.value.runs : []
  return (
    <section className={classes(layout.stack, layout.alignedTop)} aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <AnswerNote answer={answer} />
      {answer.state === 'known' && runs.length === 0 && <p>{t('noHistory')}</p>}
      {runs.map((run) => (
        <RunLine key={run.id} run={run} />
      ))}
    </section>
  )
}

/** When it ran and how it ended, what it did, where, and what was unusual about it. */
function RunLine({ run }: { readonly run: JobRun }) {
  const { t } = useTranslation('jobs')
  const { time } = useBranchTime()
  return (
    <div>
      <div className={layout.sideBySide}>
        <bdi className={layout.grow}>{time(run.startedAt)}</bdi>
        <StatusBadge tone={RUN_TONES[run.status]}>{t(`status.${run.status}`)}</StatusBadge>
      </div>
      <p className={typography.secondary}>
        <bdi>{factsOf(run, t).join(' · ')}</bdi>
      </p>
    </div>
  )
}

function factsOf(run: JobRun, t: TFunction<'jobs'>): string[] {
  const { workstation, attempt, asked, skipped, error } = run
  return [
    doneInWords(run, t),
    workstation,
    ...(asked ? [t('askedFor')] : []),
    ...(attempt > 1 && !asked ? [t('attempt', { attempt })] : []),
    ...(skipped > 0 ? [t('skipped', { count: skipped })] : []),
    ...(error === null ? [] : [error]),
  ]
}
