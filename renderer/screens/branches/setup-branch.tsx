import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { isTimeZone } from '../../../shared/rules/time-zone.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { FormatAndWeekend } from './format-and-weekend.tsx'
import { branchSchema, type BranchFields, type SetupAnswers } from './setup-schema.ts'
import { SetupStep } from './setup-step.tsx'
import { useProposals } from './use-proposals.ts'
import { weekendChoice } from './weekends.ts'
import layout from '../../theme/layout.module.css'

type Props = {
  readonly answers: SetupAnswers['branch']
  readonly onNext: (answers: SetupAnswers['branch']) => void
}

/** The name of the branch, its currency and time zone, how it works, and the number of its tills. */
export function BranchStep({ answers, onNext }: Props) {
  const { t } = useTranslation('branches')
  const form = useContractForm(branchSchema, {
    ...answers,
    weekend: weekendChoice(answers.weekend),
    tills: String(answers.tills),
  })
  useProposals(form)
  const submit = form.handleSubmit((values) => onNext({ ...values, tills: Number(values.tills) }))
  return (
    <SetupStep title={t('setup.branchTitle')} text={t('setup.branchText')} onSubmit={() => void submit()}>
      <FormText
        control={form.control}
        name="branchName"
        label={t('setup.branchName')}
        description={t('setup.branchNameHint')}
        maxLength={100}
        startHere
      />
      <MoneyAndTime control={form.control} timeZone={answers.timeZone} />
      <div className={layout.twoColumns}>
        <FormProvider {...form}>
          <FormatAndWeekend weekend={answers.weekend} />
        </FormProvider>
      </div>
      <FormText
        control={form.control}
        name="tills"
        label={t('setup.tills')}
        description={t('setup.tillsHint')}
        maxLength={2}
      />
    </SetupStep>
  )
}

const currencies = supportedCurrencies.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))

type MoneyAndTimeProps = {
  readonly control: FormControl<BranchFields>
  /** The computer's own, first in the list; empty where it knows none. */
  readonly timeZone: string
}

function MoneyAndTime({ control, timeZone }: MoneyAndTimeProps) {
  const { t } = useTranslation('branches')
  const zones = useMemo(
    () =>
      [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])]
        .filter(isTimeZone)
        .map((zone) => ({
          value: zone,
          label: zone,
        })),
    [timeZone],
  )
  return (
    <div className={layout.twoColumns}>
      <FormSelect
        control={control}
        name="currency"
        label={t('setup.currency')}
        options={currencies}
        searchable
      />
      <FormSelect control={control} name="timeZone" label={t('setup.timeZone')} options={zones} searchable />
    </div>
  )
}
