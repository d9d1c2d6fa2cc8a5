import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { FormControl } from '../../components/form/use-field.tsx'
import { DETAIL_GROUPS } from './customer-details.ts'
import { DetailField } from './detail-field.tsx'
import { CONTACT_NAMES, DETAIL_NAMES, linesOf } from './detail-order.ts'
import type { PersonForm } from './person-schema.ts'
import { TaxResidenceFields } from './tax-residence-fields.tsx'
import layout from '../../theme/layout.module.css'
import styles from './person-fields.module.css'

type Props = {
  readonly control: FormControl<PersonForm>
  /** Two fields in a line. */
  readonly wide?: boolean
  readonly startHere?: boolean
  /** Of a customer who is registered: without what two people correct. */
  readonly changing?: boolean
}

/** How a customer is reached: the same fields when registering and when changing. */
export function ContactFields({ control, wide = false, startHere = false, changing = false }: Props) {
  const { t } = useTranslation('customers')
  const asked = changing ? CONTACT_NAMES : DETAIL_NAMES
  const first = startHere ? asked[0] : undefined
  const company = useWatch({ control, name: 'company' })
  return DETAIL_GROUPS.map((group) => (
    <fieldset key={group} className={layout.stack}>
      <legend className={styles.legend}>
        {t(group === 'tax' && (changing || company) ? 'form.taxAlone' : `form.${group}`)}
      </legend>
      {linesOf(group, asked).map((line) => (
        <div key={line.join()} className={wide && line.length > 1 ? layout.twoColumns : layout.stack}>
          {line.map((name) => (
            <DetailField
              key={name}
              control={control}
              name={name}
              company={company}
              startHere={name === first}
            />
          ))}
        </div>
      ))}
      {group === 'tax' && <TaxResidenceFields control={control} wide={wide} />}
    </fieldset>
  ))
}
