import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '../../../shared/contract/books.ts'
import type { LedgerDay } from '../../../shared/contract/book-views.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Identifier } from '../../components/bidi.tsx'
import type { BalanceRow } from './balance-rows.ts'
import { LedgerDays } from './ledger-days.tsx'
import { LedgerEntries } from './ledger-entries.tsx'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import panel from '../../components/panel.module.css'

type Props = {
  readonly row: BalanceRow
  /** The last date that is shown. */
  readonly date: string
  /** Which of the two dates of an entry counts. */
  readonly basis: Basis
  readonly onClose: () => void
}

/** One code of the chart, date by date; opening a date shows its entries. */
export function LedgerPanel({ row: { code, name, currency }, date, basis, onClose }: Props) {
  const { t } = useTranslation('books')
  const [day, setDay] = useState<LedgerDay | null>(null)
  if (code === null) return null
  if (day !== null)
    return (
      <LedgerEntries
        code={code}
        name={name ?? code}
        currency={currency}
        day={day}
        basis={basis}
        onBack={() => setDay(null)}
      />
    )
  return (
    <>
      <header className={panel.head}>
        <h2>{name}</h2>
        <span className={typography.secondary}>
          <Identifier>{code}</Identifier> {currency}
        </span>
        <span className={layout.grow} />
        <BusyButton variant="default" keys="Escape" startHere onClick={onClose}>
          {t('ledger.back')}
        </BusyButton>
      </header>
      <LedgerDays code={code} currency={currency} basis={basis} to={date} onOpen={setDay} />
    </>
  )
}
