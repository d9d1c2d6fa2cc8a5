import { Button } from '@mantine/core'
import type { Control, FieldValues, Path } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormText } from '../../components/form/form-text.tsx'
import { makePassword } from './temporary-password.ts'
import styles from './password-field.module.css'

/** A temporary password, typed or made by the program. It is handed over, so it is readable while it is typed. */
export function TemporaryPasswordField<I extends FieldValues>({
  control,
  name,
  onMake,
  startHere = false,
}: {
  readonly control: Control<I>
  readonly name: Path<I>
  readonly onMake: (password: string) => void
  readonly startHere?: boolean
}) {
  const { t } = useTranslation('users')
  return (
    <div className={styles.withButton}>
      <FormText
        control={control}
        name={name}
        label={t('temporary')}
        description={t('create.temporaryHint')}
        dir="ltr"
        startHere={startHere}
      />
      <Button variant="default" onClick={() => onMake(makePassword())}>
        {t('make')}
      </Button>
    </div>
  )
}
