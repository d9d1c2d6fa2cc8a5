import { FileButton } from '@mantine/core'
import type { Control, FieldPathByValue, FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormTextarea } from '../../components/form/form-text.tsx'
import buttons from '../../components/buttons.module.css'

type AuthorityFieldProps<T extends FieldValues> = {
  readonly control: Control<T>
  readonly name: FieldPathByValue<T, string>
  readonly readAuthority: (file: File | null) => Promise<void>
}

/** The certificate authority of a server, typed or read from a file. */
export function AuthorityField<T extends FieldValues>({
  control,
  name,
  readAuthority,
}: AuthorityFieldProps<T>) {
  const { t } = useTranslation('database')
  return (
    <>
      <FormTextarea control={control} name={name} label={t('authority')} description={t('authorityHint')} />
      <FileButton onChange={(file) => void readAuthority(file)} accept=".pem,.crt,.cer">
        {(props) => (
          <button type="button" className={buttons.link} onClick={props.onClick}>
            {t('authorityFile')}
          </button>
        )}
      </FileButton>
    </>
  )
}
