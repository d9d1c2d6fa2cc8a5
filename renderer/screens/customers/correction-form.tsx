import { useController, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { isOfCompany, needOf } from '../../../shared/rules/documents.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormText, FormTextarea } from '../../components/form/form-text.tsx'
import { FormCheckbox } from '../../components/form/form-checkbox.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import type { FormControl } from '../../components/form/use-field.tsx'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { countryOptions } from './countries.ts'
import { detailWord } from './customer-details.ts'
import { useCorrection, type CorrectionForm as Correcting } from './use-correction.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly customer: CustomerView
  readonly onClose: (message?: string) => void
}

/** Proposes another name, birth or nationality, with the uploaded document that shows it. A supervisor who is somebody else decides. */
export function CorrectionForm({ customer, onClose }: Props) {
  const { t } = useTranslation(['customers', 'documents'])
  const { form, submit, failure } = useCorrection(customer, useBranchTime().today(), onClose)
  const { control } = form
  const company = customer.kind === 'COMPANY'
  const documents = customer.documents.filter(
    ({ documentType, status }) =>
      needOf(documentType) === 'identity' &&
      isOfCompany(documentType) === company &&
      ['PENDING', 'APPROVED'].includes(status),
  )
  const options = documents.map((one) => ({
    value: one.id,
    label: `${t(`documents:type.${one.documentType}`)} ${one.documentNumber}`,
  }))
  return (
    <PanelForm
      title={t(company ? 'correction.titleOfCompany' : 'correction.title')}
      submit={submit}
      leave={{ label: t('cancel'), run: () => onClose() }}
      failure={failure}
    >
      <p className={typography.secondary}>{t(company ? 'correction.hintOfCompany' : 'correction.hint')}</p>
      {company ? (
        <FormText control={control} name="lastName" label={t('form.legalName')} startHere maxLength={100} />
      ) : (
        <Names control={control} />
      )}
      <FormDate control={control} name="dateOfBirth" label={t(company ? 'founded' : 'form.dateOfBirth')} />
      <FormSelect
        control={control}
        name="nationality"
        label={t(detailWord('nationality', company))}
        options={countryOptions}
        placeholder={t('form.countryPlaceholder')}
        searchable
      />
      <FormSelect
        control={control}
        name="documentId"
        label={t('correction.document')}
        options={options}
        placeholder={t(
          options.length > 0
            ? 'correction.choose'
            : company
              ? 'correction.noExtract'
              : 'correction.noDocument',
        )}
      />
      <FormTextarea control={control} name="reason" label={t('reason')} />
    </PanelForm>
  )
}

/** Somebody with one name has no first name, and is not asked for one. */
function Names({ control }: { readonly control: FormControl<Correcting> }) {
  const { t } = useTranslation('customers')
  const oneName = useWatch({ control, name: 'oneName' })
  const first = useController({ control, name: 'firstName' })
  const clearFirst = (checked: boolean) => checked && first.field.onChange('')
  return (
    <>
      {!oneName && (
        <FormText control={control} name="firstName" label={t('form.firstName')} startHere maxLength={100} />
      )}
      <FormText
        control={control}
        name="lastName"
        label={oneName ? t('form.onlyName') : t('form.lastName')}
        startHere={oneName}
        maxLength={100}
      />
      <FormCheckbox control={control} name="oneName" label={t('form.oneName')} onChange={clearFirst} />
    </>
  )
}
