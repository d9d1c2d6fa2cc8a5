import { useTranslation } from 'react-i18next'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { administratorSchema, type AdministratorAnswers } from './setup-schema.ts'
import { SetupStep } from './setup-step.tsx'

type Props = {
  readonly answers: AdministratorAnswers
  readonly onNext: (answers: AdministratorAnswers) => void
  readonly onBack: () => void
}

/** Who creates the other users. */
export function AdministratorStep({ answers, onNext, onBack }: Props) {
  const { t } = useTranslation('branches')
  const form = useContractForm(administratorSchema, answers)
  const { control } = form
  const submit = form.handleSubmit((values) => onNext(values))
  return (
    <SetupStep
      title={t('setup.administratorTitle')}
      text={t('setup.administratorText')}
      onSubmit={() => void submit()}
      onBack={onBack}
    >
      <FormText control={control} name="fullName" label={t('setup.fullName')} maxLength={100} startHere />
      <FormText
        control={control}
        name="email"
        type="email"
        label={t('setup.email')}
        maxLength={255}
        dir="ltr"
      />
      <FormText
        control={control}
        name="username"
        label={t('setup.userName')}
        description={t('setup.userNameHint')}
        maxLength={50}
        dir="ltr"
      />
    </SetupStep>
  )
}
