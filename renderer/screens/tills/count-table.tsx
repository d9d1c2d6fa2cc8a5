import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { roveTo } from '../../keyboard/roving.ts'
import { CountRow } from './count-row.tsx'
import { denominationsOf, type Counts } from './denominations.ts'
import styles from './count-table.module.css'

type Props = {
  readonly currency: string
  readonly counts: Counts
  readonly readOnly: boolean
  readonly onCount: (piece: string, count: string) => void
}

/** Arrow keys go up and down the column of counts, as on a paper form. */
function moveBetweenCounts(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const fields = [...event.currentTarget.querySelectorAll('input')]
  const at = fields.findIndex((field) => field === event.target)
  const to = roveTo(event.key, at, fields.length)
  if (to === null) return
  event.preventDefault()
  fields[to]?.focus()
  fields[to]?.select()
}
const ARROW_KEYS = { onKeyDown: moveBetweenCounts }

/** One field for every kind of note and coin, and what the pieces are worth. */
export function CountTable(props: Props) {
  const { t } = useTranslation('tills')
  const { notes, coins } = denominationsOf(props.currency)
  return (
    <table className={styles.table} {...ARROW_KEYS}>
      <thead>
        <tr>
          <th scope="col" className={styles.numeric}>
            {t('count.value')}
          </th>
          <th scope="col" className={styles.numeric}>
            {t('count.howMany')}
          </th>
          <th scope="col" className={styles.numeric}>
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
  return (
    <tbody>
      <tr className={styles.kind}>
        <th scope="rowgroup" colSpan={3}>
          {label}
        </th>
      </tr>
      {pieces.map((piece, index) => (
        <CountRow
          key={piece}
          piece={piece}
          count={counts[piece] ?? ''}
          currency={currency}
          readOnly={readOnly}
          startHere={startHere && index === 0}
          onCount={(count) => onCount(piece, count)}
        />
      ))}
    </tbody>
  )
}
