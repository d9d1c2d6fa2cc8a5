import { useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Reading } from '../../../shared/reading/reading.ts'
import { needOf, type Ask } from '../../../shared/rules/documents.ts'
import { FormSelect } from '../../components/form/form-select.tsx'
import { FormDate } from '../../components/form/form-date.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { countryOptions } from '../customers/countries.ts'
import { useReadMark } from './use-read-mark.ts'
import { missingWords } from './missing-words.ts'
import { isDated, mustExpire, TYPES_OF, type UploadFields as Fields } from './upload-schema.ts'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly control: Control<Fields>
  readonly kind: keyof typeof TYPES_OF
  readonly missing: readonly Ask[]
  /** What was read of the document; a value that differs from it stays as it is typed. */
  readonly readings: readonly Reading[]
}

/** What kind of document it is, its number and until when it is valid, beneath what is still missing. */
export function UploadFields({ control, kind, missing, readings }: Props) {
  const { t } = useTranslation('documents')
  const type = useWatch({ control, name: 'documentType' })
  const words = missingWords(t, missing)
  const number = useReadMark(control, readings, 'documentNumber')
  const country = useReadMark(control, readings, 'issuingCountry')
  const expiry = useReadMark(control, readings, 'expiresAt')
  return (
    <>
      {words !== null && <p className={typography.secondary}>{words}</p>}
      <FormSelect
        searchable
        control={control}
        name="documentType"
        label={t('upload.type')}
        options={TYPES_OF[kind].map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <FormText
        control={control}
        name="documentNumber"
        label={t(needOf(type) === null ? 'upload.numberOfSpecimen' : 'upload.number')}
        dir="ltr"
        maxLength={100}
        {...number}
      />
      {needOf(type) === 'identity' && (
        <FormSelect
          searchable
          control={control}
          name="issuingCountry"
          label={t('upload.country')}
          options={countryOptions}
          {...country}
        />
      )}
      {isDated(type) && (
        <FormDate
          control={control}
          name="issuedOn"
          label={t('upload.issued')}
          description={t('upload.issuedHint')}
        />
      )}
      <FormDate
        control={control}
        name="expiresAt"
        label={mustExpire(type) ? t('upload.expires') : t('upload.expiresOptional')}
        {...expiry}
      />
      <p className={typography.secondary}>{t('upload.fourEyes')}</p>
    </>
  )
}
