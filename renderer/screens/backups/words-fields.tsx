import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FormText } from '../../components/form/form-text.tsx'
import type { FieldProps } from '../../components/form/use-field.tsx'
import layout from '../../theme/layout.module.css'

type Props<I extends FieldValues> = Pick<FieldProps<I>, 'control'> & {
  readonly names: readonly FieldProps<I>['name'][]
  readonly startHere?: boolean
}

/** The eight lines of a sheet, typed from the paper. */
export function WordsFields<I extends FieldValues>({ control, names, startHere = false }: Props<I>) {
  const { t } = useTranslation('backups')
  return (
    <div className={layout.twoColumns}>
      {names.map((name, at) => (
        <FormText
          key={name}
          control={control}
          name={name}
          label={t('words.line', { line: at + 1 })}
          maxLength={40}
          dir="ltr"
          startHere={startHere && at === 0}
        />
      ))}
    </div>
  )
}
