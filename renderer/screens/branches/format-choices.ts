import { formatMoney } from '../../../shared/money.ts'
import { numberFormats } from '../../../shared/number-format.ts'

const SAMPLE = { minor: 123_450n, currency: 'USD' }

/** Each number format by an amount written in it. */
export const formatChoices = numberFormats.map((format) => ({
  value: format,
  label: formatMoney(SAMPLE, format),
}))
