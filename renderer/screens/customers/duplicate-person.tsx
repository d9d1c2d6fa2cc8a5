import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { KycBadge } from './badges.tsx'
import { likenesses } from './likeness.ts'
import { spokenPhone } from './phone.ts'
import type { DuplicateSearch } from './duplicate-search.ts'

type Props = {
  /** Whom the form describes so far. */
  readonly search: DuplicateSearch
  readonly person: CustomerRow
  readonly onOpen: () => void
}

/** Somebody who may be the same, and why. */
export function DuplicatePerson({ search, person, onOpen }: Props) {
  const { t } = useTranslation('customers')
  return (
    <button type="button" className="likely-person" onClick={onOpen}>
      <span className="row">
        <bdi className="t1 clip">
          {person.firstName} {person.lastName}
        </bdi>
        <span className="grow" />
        <Identifier>{person.customerNumber}</Identifier>
      </span>
      <span className="t2">
        {person.dateOfBirth !== null && <DateText value={person.dateOfBirth} />}
        {person.phone !== null && <Identifier>{spokenPhone(person.phone)}</Identifier>}
        {person.email !== null && <bdi>{person.email}</bdi>}
      </span>
      <span className="row likely-why">
        {likenesses(search, person).map((why) => (
          <span key={why} className="badge" data-tone="warn">
            {t(`duplicates.same.${why}`)}
          </span>
        ))}
        <KycBadge value={person.kycStatus} />
      </span>
    </button>
  )
}
