import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { FormControl } from '../../components/form/use-field.tsx'
import type { PersonForm } from './person-schema.ts'
import { missingIn } from './missing-in.ts'
import typography from '../../theme/typography.module.css'

/** More do not fit into a line. */
const NAMED = 3

/** What of the form has to be filled in yet, so that nobody has to scroll to see how much is left. */
export function StillNeeded({ control }: { readonly control: FormControl<PersonForm> }) {
  const { t } = useTranslation('customers')
  const missing = missingIn(useWatch({ control }))
  if (missing.length === 0) return null
  const words = {
    firstName: t('form.firstName'),
    lastName: t('form.lastName'),
    dateOfBirth: t('form.dateOfBirth'),
  }
  const named = missing
    .slice(0, NAMED)
    .map((name) =>
      name === 'firstName' || name === 'lastName' || name === 'dateOfBirth'
        ? words[name]
        : t(`detail.${name}`),
    )
    .join(', ')
  const count = missing.length - NAMED
  return (
    <p className={typography.secondary}>
      {count > 0 ? t('form.neededAndMore', { named, count }) : t('form.needed', { named })}
    </p>
  )
}
