import { useTranslation } from 'react-i18next'
import { parseAmount } from '../../../shared/money.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { worthOf } from './denominations.ts'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import styles from './count-table.module.css'

type Props = {
  /** The denomination, as decimal text. */
  readonly piece: string
  /** How many there are, as typed. */
  readonly count: string
  readonly currency: string
  readonly readOnly: boolean
  readonly startHere: boolean
  readonly onCount: (count: string) => void
}

/** One note or coin: its value, how many there are, and what they are worth. */
export function CountRow({ piece, count, currency, readOnly, startHere, onCount }: Props) {
  const { t } = useTranslation('tills')
  const value = parseAmount(piece, currency)
  const shown = value.ok ? showMoney(value.value) : piece
  const worth = worthOf(piece, count, currency)
  return (
    <tr>
      <th scope="row" className={classes(typography.figures, styles.numeric)}>
        {shown}
      </th>
      <td>
        <input
          className={styles.count}
          aria-label={t('count.piece', { value: shown })}
          aria-invalid={(count.trim() !== '' && worth === null) || undefined}
          inputMode="numeric"
          autoComplete="off"
          autoFocus={startHere}
          maxLength={7}
          dir="ltr"
          readOnly={readOnly}
          value={count}
          onChange={(event) => onCount(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
      </td>
      <td className={classes(typography.figures, styles.numeric)}>
        {worth === null ? '' : showMoney(worth)}
      </td>
    </tr>
  )
}
