import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { Fact } from '../../components/fact.tsx'
import { sizeInWords } from '../../i18n/sizes.ts'
import facts from '../../components/facts.module.css'

/** How large the audit log is, what a day adds, and how large it will be in a year. */
export function AuditGrowth() {
  const { t } = useTranslation('jobs')
  const { answer } = useQueryCall('jobs.auditGrowth', {})
  if (answer.state !== 'known') return <AnswerNote answer={answer} />
  const { logBytes, rowsADay, bytesADay, bytesInAYear } = answer.value
  return (
    <section aria-label={t('growth.title')}>
      <dl className={facts.facts}>
        <Fact label={t('growth.size')}>{sizeInWords(logBytes)}</Fact>
        <Fact label={t('growth.perDay')}>
          {rowsADay === null || bytesADay === null
            ? t('growth.notYet')
            : t('growth.rows', { count: rowsADay, size: sizeInWords(bytesADay) })}
        </Fact>
        <Fact label={t('growth.inAYear')}>
          {bytesInAYear === null ? t('growth.notYet') : sizeInWords(bytesInAYear)}
        </Fact>
      </dl>
    </section>
  )
}
