import { useTranslation } from 'react-i18next'
import type { CheckedName, MatchFacts as Facts } from '../../../shared/contract/screening.ts'
import { StatusBadge } from '../../components/status-badge.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { countryName } from '../customers/countries.ts'
import { tellingWords } from './telling-words.ts'
import paper from '../../components/paper.module.css'
import styles from './screening.module.css'

type Customer = { readonly customerName: string; readonly dateOfBirth: string; readonly nationality: string }
type Props = { readonly match: CheckedName; readonly customer?: Customer }

/** A match: what is compared line by line, the words that are alike, and all names of the entry. */
export function MatchFacts({ match, customer }: Props) {
  const { t } = useTranslation('screening')
  const { facts } = match
  return (
    <>
      <div className={paper.paper}>
        <table className={styles.compared}>
          <thead>
            <tr>
              <th scope="col">{t('score', { score: match.score })}</th>
              {customer !== undefined && <th scope="col">{t('customer')}</th>}
              <th scope="col">{match.list}</th>
            </tr>
          </thead>
          <tbody>
            <Line label={t('name')} typed={customer?.customerName}>
              <bdi>{match.listedName}</bdi> <Kind name={facts.matched} />
            </Line>
            <Line label={t('born')} typed={customer && formatDate(customer.dateOfBirth)}>
              {facts.births === '' ? t('unknown') : facts.births}
            </Line>
            <Line label={t('programme')} typed={customer && nationalityOf(customer, t('unknown'))}>
              {facts.programme === '' ? t('unknown') : facts.programme}
            </Line>
            <Line label={t('reference')} typed={customer && ''}>
              <bdi>{match.reference}</bdi>
            </Line>
          </tbody>
        </table>
      </div>
      <Words facts={facts} />
      <Names facts={facts} />
    </>
  )
}

const nationalityOf = ({ nationality }: Customer, unknown: string) =>
  nationality === '' ? unknown : countryName(nationality)

type LineProps = {
  readonly label: string
  readonly typed: string | undefined
  readonly children: React.ReactNode
}

function Line({ label, typed, children }: LineProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {typed !== undefined && (
        <td>
          <bdi>{typed}</bdi>
        </td>
      )}
      <td>{children}</td>
    </tr>
  )
}

/** Why: each word of the customer and the listed one that is like it. */
function Words({ facts: { words } }: { readonly facts: Facts }) {
  const { t } = useTranslation('screening')
  return (
    <section className={paper.paper} aria-label={t('alike')}>
      <h3 className={styles.title}>{t('alike')}</h3>
      <ul className={styles.words}>
        {tellingWords(words).map(({ typed, listed, percent }) => (
          <li key={typed}>
            {typed === listed ? t('sameWord', { typed }) : t('likeWord', { typed, listed, percent })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Names({ facts: { names } }: { readonly facts: Facts }) {
  const { t } = useTranslation('screening')
  return (
    <section className={paper.paper} aria-label={t('allNames')}>
      <h3 className={styles.title}>{t('allNames')}</h3>
      <ul className={styles.words}>
        {names.map((name, n) => (
          <li key={`${n} ${name.name}`}>
            <bdi>{name.name}</bdi> <Kind name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Kind({ name: { alias, weak } }: { readonly name: Facts['matched'] }) {
  const { t } = useTranslation('screening')
  if (weak) return <StatusBadge tone="warn">{t('weak')}</StatusBadge>
  return alias ? <StatusBadge tone="neutral">{t('alias')}</StatusBadge> : null
}
