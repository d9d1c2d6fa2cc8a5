import { useWatch, type Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Reading } from '../../../shared/reading/reading.ts'
import { formatDate } from '../../i18n/dates.ts'
import { countryName } from '../customers/countries.ts'
import { markOf, readOf, type PrefilledField } from './prefill.ts'
import type { UploadFields } from './upload-schema.ts'

/** What stands beneath a field of the form: what vouches for its value, or what was read instead. Nothing where nothing was read. */
export function useReadMark(
  control: Control<UploadFields>,
  readings: readonly Reading[],
  field: PrefilledField,
) {
  const { t } = useTranslation('documents')
  const value = useWatch({ control, name: field })
  const read = readOf(readings, field)
  if (read === undefined) return {}
  const mark = markOf(read, value)
  if (mark !== 'differs') {
    const isAmbiguous = mark === 'vouched' && read.ambiguous.length > 0
    return { description: t(isAmbiguous ? 'reading.mark.ambiguous' : `reading.mark.${mark}`) }
  }
  return { description: t('reading.mark.differs', { read: inWords(field, read.text) }) }
}

function inWords(field: PrefilledField, text: string): string {
  if (field === 'expiresAt') return formatDate(text)
  return field === 'issuingCountry' ? countryName(text) : text
}
