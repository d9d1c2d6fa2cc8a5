import { useTranslation } from 'react-i18next'
import type { DayView, TillOfDay } from '../../../shared/contract/branches.ts'
import { useMay } from '../../calls/use-may.ts'
import { useGo } from '../../app/navigate.ts'
import { Amount } from '../../components/amount.tsx'
import { classes } from '../../theme/classes.ts'
import { TillState } from './till-state.tsx'
import typography from '../../theme/typography.module.css'
import buttons from '../../components/buttons.module.css'
import section from '../../components/section.module.css'
import table from '../../components/table.module.css'
import styles from './day-figures.module.css'

const FIGURES = ['float', 'paidIn', 'paidOut', 'expected', 'counted'] as const

/** In a narrow window it is wider than its place, so the keys must be able to scroll it. */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Each holding of a till: by whom, its cash, and whether it was short. A till that is held leads to where it is counted. */
export function DayTills({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('branches')
  return (
    <section
      className={classes(section.section, styles.section, styles.tills)}
      aria-labelledby="day-tills-title"
      {...SCROLLED_BY_KEYS}
    >
      <header className={section.head}>
        <h2 id="day-tills-title">{t('tills')}</h2>
      </header>
      <table className={table.table} aria-labelledby="day-tills-title">
        <thead>
          <tr>
            <th scope="col">{t('till.name')}</th>
            <th scope="col">{t('till.holder')}</th>
            {FIGURES.map((name) => (
              <th key={name} scope="col" className={table.numeric} data-figure={name}>
                {t(`till.${name}`)}
              </th>
            ))}
            <th scope="col" className={styles.state}>
              {t('till.state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {day.tills.map((till) => (
            <TillLine key={`${till.tillId} ${till.openedAt}`} till={till} currency={day.currency} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type LineProps = { readonly till: TillOfDay; readonly currency: string }

function TillLine({ till, currency }: LineProps) {
  const { t } = useTranslation('branches')
  return (
    <tr>
      <td>
        <TillName till={till} />
      </td>
      <td className={classes(typography.clipped, styles.holder)}>
        {till.holder === null ? (
          <span className={typography.subdued}>{t('till.nobody')}</span>
        ) : (
          <bdi title={till.holder}>{till.holder}</bdi>
        )}
      </td>
      {FIGURES.map((name) => (
        <td key={name} className={table.numeric} data-figure={name}>
          <Figure till={till} name={name} currency={currency} />
        </td>
      ))}
      <td>
        <TillState till={till} currency={currency} />
      </td>
    </tr>
  )
}

function TillName({ till: { tillId, name, holder, closedAt } }: Pick<LineProps, 'till'>) {
  const { t } = useTranslation('branches')
  const go = useGo()
  const mayCount = useMay('tills.close')
  if (!mayCount || holder === null || closedAt !== null)
    return <span className={typography.primary}>{name}</span>
  return (
    <button
      type="button"
      className={classes(buttons.link, styles.toTill)}
      aria-label={t('till.goTo', { till: name })}
      onClick={() => go('/tills', { till: tillId })}
    >
      {name}
    </button>
  )
}

type FigureProps = LineProps & { readonly name: (typeof FIGURES)[number] }

function Figure({ till, name, currency }: FigureProps) {
  const { t } = useTranslation('branches')
  const value = till[name]
  if (till.holder === null && name !== 'expected') return null
  if (value !== null) return <Amount value={value} currency={currency} />
  return till.own && name !== 'counted' ? <span className={typography.subdued}>{t('till.blind')}</span> : null
}
