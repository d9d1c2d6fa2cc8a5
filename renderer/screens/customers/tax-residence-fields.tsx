import { useFieldArray, useFormState } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { FieldErrorText } from '../../components/form/field-error.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { countryOptions } from './countries.ts'
import { NO_RESIDENCE, type PersonForm } from './person-schema.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import styles from './person-fields.module.css'

type Props = { readonly control: FormControl<PersonForm>; readonly wide: boolean }

const MOST = 10

/** Where the person pays tax, one line a country. */
export function TaxResidenceFields({ control, wide }: Props) {
  const { t } = useTranslation('customers')
  const { fields, append, remove } = useFieldArray({ control, name: 'taxResidences' })
  const { errors } = useFormState({ control, name: 'taxResidences' })
  const problem = errors.taxResidences?.root?.message ?? errors.taxResidences?.message
  return (
    <>
      {fields.map(({ id }, n) => (
        <Residence
          key={id}
          control={control}
          wide={wide}
          n={n}
          {...(fields.length > 1 ? { onRemove: () => remove(n) } : {})}
        />
      ))}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          <FieldErrorText message={problem} />
        </p>
      )}
      {fields.length < MOST && (
        <button
          type="button"
          className={classes(buttons.link, styles.another)}
          onClick={() => append({ ...NO_RESIDENCE })}
        >
          {t('form.anotherResidence')}
        </button>
      )}
    </>
  )
}

type LineProps = Props & { readonly n: number; readonly onRemove?: () => void }

function Residence({ control, wide, n, onRemove }: LineProps) {
  const { t } = useTranslation('customers')
  const removeLabel = t('form.removeResidence')
  return (
    <div className={wide ? layout.twoColumns : layout.stack}>
      <FormSelect
        control={control}
        name={`taxResidences.${n}.country`}
        label={t('detail.taxResidences')}
        options={countryOptions}
        placeholder={t('form.countryPlaceholder')}
        searchable
      />
      <div className={styles.removable}>
        <FormText
          control={control}
          name={`taxResidences.${n}.tin`}
          label={t('form.optional', { name: t('form.tin') })}
          dir="ltr"
          maxLength={50}
        />
        {onRemove !== undefined && (
          <button type="button" className={buttons.link} onClick={onRemove} aria-label={removeLabel}>
            {t('form.remove')}
          </button>
        )}
      </div>
    </div>
  )
}
