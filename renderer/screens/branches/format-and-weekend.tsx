import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { numberFormat } from '../../../shared/contract/fields.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { formatChoices } from './format-choices.ts'
import { weekendOf, weekendOptions } from './weekends.ts'

/** What an administrator may change after the branch was set up. The weekend is chosen as text and becomes days. */
export const formatAndWeekend = z.object({ numberFormat, weekend: z.string().transform(weekendOf) })

type Fields = z.input<typeof formatAndWeekend>

type Props = {
  /** The weekend before it is chosen, which is offered whatever it is. */
  readonly weekend: readonly number[]
  readonly startHere?: boolean
}

/** How amounts are written, and on which days nobody works: two fields of the form that a `FormProvider` around them gives. */
export function FormatAndWeekend({ weekend, startHere = false }: Props) {
  const { control } = useFormContext<Fields>()
  const { t } = useTranslation('branches')
  return (
    <>
      <FormSelect
        control={control}
        name="numberFormat"
        label={t('habits.numberFormat')}
        description={t('habits.numberFormatHint')}
        options={formatChoices}
        startHere={startHere}
      />
      <FormSelect
        control={control}
        name="weekend"
        label={t('habits.weekend')}
        description={t('habits.weekendHint')}
        options={weekendOptions(weekend, t('habits.noWeekend'))}
      />
    </>
  )
}
