import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../../shared/contract/audit.ts'
import { differences, readable, type Difference, type ReadContext } from './readable.ts'
import { RecordedValue } from './recorded-value.tsx'
import { fieldWord, namedFieldWord } from './words.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import styles from './recorded.module.css'

/** What an entry recorded: a row before and after, one row alone, or the facts of an event. */
export function Recorded({ row, context }: { readonly row: AuditRow; readonly context: ReadContext }) {
  const { t } = useTranslation('audit')
  const { before, after, facts } = row
  const one = after ?? before
  if (before !== null && after !== null)
    return <Comparison differences={differences(before, after)} context={context} />
  if (one !== null)
    return <Listing label={after === null ? t('removed') : t('recorded')} facts={one} context={context} />
  if (facts !== null) return <Listing label={t('facts')} facts={facts} context={context} />
  return <p className={classes(layout.padded, typography.subdued)}>{t('nothingMore')}</p>
}

/** A field by what its value is read as: a key, or the record that the key is of. */
const wordFor = (field: string, value: unknown, context: ReadContext) =>
  readable(field, value, context).kind === 'id' ? fieldWord(field) : namedFieldWord(field)

type ComparisonProps = { readonly differences: readonly Difference[]; readonly context: ReadContext }

function Comparison({ differences: all, context }: ComparisonProps) {
  const { t } = useTranslation('audit')
  const count = all.filter(({ changed }) => changed).length
  return (
    <table className={styles.comparison}>
      <caption>{t('changedCount', { count })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((difference) => (
          <DifferenceRow key={difference.field} difference={difference} context={context} />
        ))}
      </tbody>
    </table>
  )
}

type DifferenceProps = { readonly difference: Difference; readonly context: ReadContext }

function DifferenceRow({ difference: { field, before, after, changed }, context }: DifferenceProps) {
  const { t } = useTranslation('audit')
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">
        {wordFor(field, after ?? before, context)}
        {changed && <span className={layout.visuallyHidden}> {t('changed')}</span>}
      </th>
      <td>
        <RecordedValue field={field} value={before} context={context} />
      </td>
      <td>
        <RecordedValue field={field} value={after} context={context} />
      </td>
    </tr>
  )
}

type ListingProps = {
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly context: ReadContext
}

function Listing({ label, facts, context }: ListingProps) {
  const { t } = useTranslation('audit')
  return (
    <table className={styles.comparison}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">{t('value')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(facts).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{wordFor(field, value, context)}</th>
            <td>
              <RecordedValue field={field} value={value} context={context} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
