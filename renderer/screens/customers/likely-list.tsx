import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { KycBadge } from './badges.tsx'
import { likenesses } from './likeness.ts'
import { spokenPhone } from './phone.ts'
import type { Likely } from './use-likely.ts'

/** People who may be the same, with what they have in common, beside the form and before anything is saved. */
export function LikelyList({
  likely: { wanted, people, searching },
  onOpen,
}: {
  readonly likely: Likely
  readonly onOpen: (person: CustomerRow) => void
}) {
  const { t } = useTranslation(['customers', 'components'])
  if (wanted === null) return <EmptyState title={t('likelyEmpty')} hint={t('likelyHint')} />
  if (searching)
    return (
      <div className="empty">
        <Loader aria-label={t('components:loading')} />
      </div>
    )
  if (people.length === 0) return <EmptyState title={t('likelyEmpty')} hint={t('likelyNone')} />
  return (
    <ul className="likely" onKeyDown={(event) => roveFocus(event, 'button')} {...LIVE}>
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className="likely-person" onClick={() => onOpen(person)}>
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
              {likenesses(wanted, person).map((why) => (
                <span key={why} className="badge" data-tone="warn">
                  {t(`same.${why}`)}
                </span>
              ))}
              <KycBadge value={person.kycStatus} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Said when it comes, because the eyes are on the form. */
const LIVE = { 'aria-live': 'polite' } as const
