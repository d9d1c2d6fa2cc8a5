import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { supportedCurrencies } from '../../../shared/currencies.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { branchSchema, type SetupAnswers } from './setup-schema.ts'

type Props = {
  readonly answers: SetupAnswers['branch']
  readonly onNext: (answers: SetupAnswers['branch']) => void
}

const currencies = supportedCurrencies.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` }))

/** What this branch is called, in which money it counts, where its day begins, how many tills it has. */
export function BranchStep({ answers, onNext }: Props) {
  const { t } = useTranslation('branches')
  const zones = useMemo(
    () =>
      [...new Set([answers.timeZone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((zone) => ({
        value: zone,
        label: zone,
      })),
    [answers.timeZone],
  )
  const form = useContractForm(branchSchema, { ...answers, tills: String(answers.tills) })
  const submit = form.handleSubmit((values) => onNext({ ...values, tills: Number(values.tills) }))
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <div className="gate-title">
        <h1>{t('setup.branchTitle')}</h1>
        <p>{t('setup.branchText')}</p>
      </div>
      <FormText
        control={form.control}
        name="branchName"
        label={t('setup.branchName')}
        description={t('setup.branchNameHint')}
        maxLength={100}
        startHere
      />
      <div className="two">
        <FormSelect
          control={form.control}
          name="currency"
          label={t('setup.currency')}
          options={currencies}
          searchable
        />
        <FormSelect
          control={form.control}
          name="timeZone"
          label={t('setup.timeZone')}
          options={zones}
          searchable
        />
      </div>
      <div className="two">
        <FormText
          control={form.control}
          name="tills"
          label={t('setup.tills')}
          description={t('setup.tillsHint')}
          maxLength={2}
        />
      </div>
      <div className="gate-actions">
        <span className="grow" />
        <BusyButton type="submit" keys="Enter">
          {t('setup.next')}
        </BusyButton>
      </div>
    </form>
  )
}
