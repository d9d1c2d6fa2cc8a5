import { useTranslation } from 'react-i18next'
import type { DayView } from '../../../shared/contract/branches.ts'
import { Amount } from '../../components/amount.tsx'
import { classes } from '../../theme/classes.ts'
import typography from '../../theme/typography.module.css'
import section from '../../components/section.module.css'
import table from '../../components/table.module.css'
import styles from './day-figures.module.css'

/** What customers asked for first, then what moved within the bank. */
const KINDS = [
  'DEPOSIT',
  'WITHDRAWAL',
  'TRANSFER',
  'FEE',
  'INTEREST',
  'TILL_CASH',
  'TILL_DIFFERENCE',
  'VAULT_CASH',
]

const inOrder = (postings: DayView['postings']) =>
  postings.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))

/** Number and sum of what was posted, by kind. */
export function DayPostings({ day: { postings } }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  return (
    <section className={classes(section.section, styles.section)} aria-labelledby="day-postings-title">
      <header className={section.head}>
        <h2 id="day-postings-title">{t('postings.title')}</h2>
      </header>
      <table className={table.table} aria-labelledby="day-postings-title">
        <thead>
          <tr>
            <th scope="col" className={styles.kind}>
              {t('postings.kind')}
            </th>
            <th scope="col" className={table.numeric}>
              {t('postings.count')}
            </th>
            <th scope="col" className={table.numeric}>
              {t('postings.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(postings).map((line) => (
            <PostingLine key={`${line.kind} ${line.currency}`} line={line} />
          ))}
          {postings.length === 0 && (
            <tr>
              <td colSpan={3} className={typography.subdued}>
                {t('postings.none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

function PostingLine({ line }: { readonly line: DayView['postings'][number] }) {
  const { t } = useTranslation('branches')
  return (
    <tr>
      <td>{t(`postings.kinds.${line.kind}`)}</td>
      <td className={table.numeric}>{line.count}</td>
      <td className={table.numeric}>
        {line.total === null ? (
          <span className={typography.subdued}>{t('postings.blind')}</span>
        ) : (
          <Amount value={line.total} currency={line.currency} withCurrency />
        )}
      </td>
    </tr>
  )
}
