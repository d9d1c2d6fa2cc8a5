import { useTranslation } from 'react-i18next'
import { formatMoney, parseAmount } from '../../../shared/money.ts'
import { roveTo } from '../../keyboard/roving.ts'
import { denominationsOf, worthOf, type Counts } from './denominations.ts'

type Props = {
  readonly currency: string
  readonly counts: Counts
  readonly readOnly: boolean
  readonly onCount: (piece: string, count: string) => void
}

/** Arrow keys go up and down the column of counts, as on a paper form. */
const WALK = {
  onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const fields = [...event.currentTarget.querySelectorAll('input')]
    const to = roveTo(
      event.key,
      fields.findIndex((field) => field === event.target),
      fields.length,
    )
    if (to === null) return
    event.preventDefault()
    fields[to]?.focus()
    fields[to]?.select()
  },
}

/** One field for every kind of note and coin, and what the pieces are worth. */
export function CountTable(props: Props) {
  const { t } = useTranslation('tills')
  const { notes, coins } = denominationsOf(props.currency)
  return (
    <table className="count-table" {...WALK}>
      <thead>
        <tr>
          <th scope="col" className="n">
            {t('count.value')}
          </th>
          <th scope="col" className="n">
            {t('count.howMany')}
          </th>
          <th scope="col" className="n">
            {t('count.worth')}
          </th>
        </tr>
      </thead>
      <Pieces {...props} label={t('count.notes')} pieces={notes} startHere />
      <Pieces {...props} label={t('count.coins')} pieces={coins} />
    </table>
  )
}

type PiecesProps = Props & {
  readonly label: string
  readonly pieces: readonly string[]
  readonly startHere?: boolean
}

function Pieces({ label, pieces, startHere = false, currency, counts, readOnly, onCount }: PiecesProps) {
  const { t } = useTranslation('tills')
  return (
    <tbody>
      <tr className="count-kind">
        <th scope="rowgroup" colSpan={3}>
          {label}
        </th>
      </tr>
      {pieces.map((piece, index) => {
        const value = parseAmount(piece, currency)
        const shown = value.ok ? formatMoney(value.value) : piece
        const count = counts[piece] ?? ''
        const worth = worthOf(piece, count, currency)
        return (
          <tr key={piece}>
            <th scope="row" className="n num">
              {shown}
            </th>
            <td>
              <input
                className="count-field"
                aria-label={t('count.piece', { value: shown })}
                aria-invalid={(count.trim() !== '' && worth === null) || undefined}
                inputMode="numeric"
                autoComplete="off"
                autoFocus={startHere && index === 0}
                maxLength={7}
                dir="ltr"
                readOnly={readOnly}
                value={count}
                onChange={(event) => onCount(piece, event.currentTarget.value)}
                onFocus={(event) => event.currentTarget.select()}
              />
            </td>
            <td className="n num">{worth === null ? '' : formatMoney(worth)}</td>
          </tr>
        )
      })}
    </tbody>
  )
}
