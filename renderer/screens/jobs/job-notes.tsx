import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Job, JobRun } from '../../../shared/contract/jobs.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { Note } from '../../components/failure-note.tsx'
import { doneInWords, percentOf } from './job-words.ts'

/** How far it is, what failed and what to do about it, or that nobody runs it. */
export function JobNotes({ job }: { readonly job: Job }) {
  const { t } = useTranslation('jobs')
  const { state, last, askedAt } = job
  return (
    <>
      {state === 'RUNNING' && last !== null && <RunProgress run={last} />}
      {state === 'FAILED' && last !== null && <WhatFailed job={job} run={last} />}
      {state === 'OVERDUE' && <Note tone="warn">{t('overdue')}</Note>}
      {askedAt !== null && state !== 'RUNNING' && <Note tone="info">{t('asked')}</Note>}
    </>
  )
}

function RunProgress({ run }: { readonly run: JobRun }) {
  const { t } = useTranslation('jobs')
  const { time } = useBranchTime()
  const { workstation, startedAt } = run
  const percent = percentOf(run)
  return (
    <div>
      <Progress value={percent ?? 0} aria-label={t('status.RUNNING')} transitionDuration={0} />
      <p>{doneInWords(run, t)}</p>
      <p>{t('runsAt', { workstation, when: time(startedAt) })}</p>
    </div>
  )
}

function WhatFailed({ job, run }: { readonly job: Job; readonly run: JobRun }) {
  const { t } = useTranslation('jobs')
  const { time } = useBranchTime()
  return (
    <Note tone="bad">
      <p>
        <b>{t('failed')}</b>
      </p>
      {run.error !== null && (
        <p>
          <bdi>{run.error}</bdi>
        </p>
      )}
      <p>{t(`help.${job.name}`)}</p>
      {job.retryAt !== null && <p>{t('retry', { when: time(job.retryAt) })}</p>}
    </Note>
  )
}
