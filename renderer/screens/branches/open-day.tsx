import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../i18n/dates.ts'
import { Note } from '../../components/failure-note.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useOpenDay } from './use-open-day.ts'

type Props = {
  /** The last business date of the branch; null before the first. */
  readonly last: string | null
}

/** Opens the next day. */
export function OpenDay({ last }: Props) {
  const { t } = useTranslation('branches')
  const { form, today, from, busy, failure, open } = useOpenDay(last)
  const chosen = useWatch({ control: form.control, name: 'businessDate' })
  const aheadText = from === null ? t('opening.isFuture') : t('opening.notBefore', { date: formatDate(from) })
  return (
    <PanelForm
      title={t('opening.title')}
      buttons="flow"
      enter="submits"
      submit={{ label: t('opening.action'), run: open, busy }}
      notes={chosen > today && <Note tone="warn">{aheadText}</Note>}
      failure={failure}
    >
      <FormDate
        control={form.control}
        name="businessDate"
        label={t('opening.date')}
        description={last === null ? t('opening.first') : t('opening.after', { date: formatDate(last) })}
      />
    </PanelForm>
  )
}
