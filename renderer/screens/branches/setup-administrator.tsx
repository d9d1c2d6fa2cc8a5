import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { administratorSchema, type AdministratorAnswers } from './setup-schema.ts'

type Props = {
  readonly answers: AdministratorAnswers
  readonly onNext: (answers: AdministratorAnswers) => void
  readonly onBack: () => void
}

/** Who makes the other users. */
export function AdministratorStep({ answers, onNext, onBack }: Props) {
  const { t } = useTranslation('branches')
  const form = useContractForm(administratorSchema, answers)
  const submit = form.handleSubmit((values) => onNext(values))
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <div className="gate-title">
        <h1>{t('setup.administratorTitle')}</h1>
        <p>{t('setup.administratorText')}</p>
      </div>
      <FormText
        control={form.control}
        name="fullName"
        label={t('setup.fullName')}
        maxLength={100}
        startHere
      />
      <FormText
        control={form.control}
        name="email"
        type="email"
        label={t('setup.email')}
        maxLength={255}
        dir="ltr"
      />
      <FormText
        control={form.control}
        name="username"
        label={t('setup.userName')}
        description={t('setup.userNameHint')}
        maxLength={50}
        dir="ltr"
      />
      <div className="gate-actions">
        <Button variant="default" onClick={onBack}>
          {t('setup.back')}
        </Button>
        <BusyButton type="submit" keys="Enter">
          {t('setup.next')}
        </BusyButton>
      </div>
    </form>
  )
}
