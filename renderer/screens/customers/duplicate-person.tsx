import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { fullName } from '../../../shared/rules/full-name.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { KycBadge } from './badges.tsx'
import { likenesses } from './likeness.ts'
import { spokenPhone } from './phone.ts'
import type { DuplicateSearch } from './duplicate-search.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import badge from '../../components/status-badge.module.css'
import styles from './duplicates.module.css'

type Props = {
  /** The person in the form so far. */
  readonly search: DuplicateSearch
  readonly person: CustomerRow
  readonly onOpen: () => void
}

/** A customer who may be the same person, and why. */
export function DuplicatePerson({ search, person, onOpen }: Props) {
  const { t } = useTranslation('customers')
  return (
    <button type="button" className={styles.person} onClick={onOpen}>
      <span className={layout.sideBySide}>
        <bdi className={classes(typography.primary, typography.clipped)}>{fullName(person)}</bdi>
        <span className={layout.grow} />
        <Identifier>{person.customerNumber}</Identifier>
      </span>
      <span className={classes(typography.secondary, styles.facts)}>
        {person.dateOfBirth !== null && <DateText value={person.dateOfBirth} />}
        {person.phone !== null && <Identifier>{spokenPhone(person.phone)}</Identifier>}
        {person.email !== null && <bdi>{person.email}</bdi>}
      </span>
      <span className={classes(layout.sideBySide, styles.likenesses)}>
        {likenesses(search, person).map((why) => (
          <span key={why} className={badge.badge} data-tone="warn">
            {t(`duplicates.same.${why}`)}
          </span>
        ))}
        <KycBadge value={person.kycStatus} />
      </span>
    </button>
  )
}
