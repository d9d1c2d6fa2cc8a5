import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { FormControl } from '../../components/form/use-field.tsx'
import type { PersonForm } from './person-schema.ts'
import { missingIn, type Needed } from './missing-in.ts'
import typography from '../../theme/typography.module.css'

/** More do not fit into a line. */
const NAMED = 3

const ASKED = {
  firstName: 'form.firstName',
  lastName: 'form.lastName',
  registrationNumber: 'registrationNumber',
  dateOfBirth: 'form.dateOfBirth',
} as const
const OF_COMPANY = {
  lastName: 'form.legalName',
  dateOfBirth: 'founded',
  nationality: 'registerCountry',
} as const
const isIn = <T extends object>(words: T, name: PropertyKey): name is keyof T => Object.hasOwn(words, name)

/** What the form calls a field, for a person or a company. */
function wordOf(name: Needed, company: boolean) {
  if (company && isIn(OF_COMPANY, name)) return OF_COMPANY[name]
  return isIn(ASKED, name) ? ASKED[name] : (`detail.${name}` as const)
}

/** What of the form has to be filled in yet, so that nobody has to scroll to see how much is left. */
export function StillNeeded({ control }: { readonly control: FormControl<PersonForm> }) {
  const { t } = useTranslation('customers')
  const typed = useWatch({ control })
  const missing = missingIn(typed)
  if (missing.length === 0) return null
  const company = typed.company === true
  const named = missing
    .slice(0, NAMED)
    .map((name) => t(wordOf(name, company)))
    .join(', ')
  const count = missing.length - NAMED
  return (
    <p className={typography.secondary}>
      {count > 0 ? t('form.neededAndMore', { named, count }) : t('form.needed', { named })}
    </p>
  )
}
