import { useTranslation } from 'react-i18next'
import type { Loan } from '../../../shared/contract/products.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText } from '../../components/bidi.tsx'
import { DUE_WIDTH } from './due-width.ts'
import table from '../../components/table.module.css'

type Instalment = Omit<Loan['schedule'][number], 'paid'> & { readonly paid?: boolean }
type Props = { readonly schedule: readonly Instalment[]; readonly currency: string }

/** What is due on which day, and which instalments what was paid covers. */
export function ScheduleTable({ schedule, currency }: Props) {
  const { t } = useTranslation('products')
  const isRunning = schedule.some(({ paid }) => paid !== undefined)
  return (
    <table className={table.table} aria-label={t('loan.schedule')}>
      <thead>
        <tr>
          <th scope="col" style={DUE_WIDTH}>
            {t('loan.due')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('loan.principal')}
          </th>
          <th scope="col" className={table.numeric}>
            {t('loan.interest')}
          </th>
          {isRunning && <th scope="col">{t('loan.state')}</th>}
        </tr>
      </thead>
      <tbody>
        {schedule.map(({ number, dueOn, principal, interest, paid }) => (
          <tr key={number}>
            <td>
              <DateText value={dueOn} />
            </td>
            <td className={table.numeric}>
              <Amount value={principal} currency={currency} />
            </td>
            <td className={table.numeric}>
              <Amount value={interest} currency={currency} />
            </td>
            {isRunning && <td>{paid === true && t('loan.isPaid')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
