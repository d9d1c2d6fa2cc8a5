import { useTranslation } from 'react-i18next'
import { useQueryCall } from '../../calls/use-call.ts'
import { Note } from '../../components/failure-note.tsx'

type Props = { readonly from: string | null; readonly to: string | null }

/** That months of the period that is looked at are not in the log: no answer is not the same as no entry. */
export function ArchivedMonths({ from, to }: Props) {
  const { t } = useTranslation('archives')
  const { answer } = useQueryCall('audit.listArchived', { from, to }, { keep: true })
  const months = answer.state === 'known' ? answer.value.months.map((month) => month.slice(0, 7)) : []
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return null
  return <Note tone="info">{t('archived', { count: months.length, first, last })}</Note>
}
