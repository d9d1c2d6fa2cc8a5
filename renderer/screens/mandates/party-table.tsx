import { useTranslation } from 'react-i18next'
import type { KeyboardEvent } from 'react'
import type { PartyView } from '../../../shared/contract/mandates.ts'
import { DateText } from '../../components/bidi.tsx'
import { StatusBadge, type Tone } from '../../components/status-badge.tsx'
import { roveFocus } from '../../keyboard/roving.ts'
import { usePartyWords } from './use-party-words.ts'
import typography from '../../theme/typography.module.css'
import layout from '../../theme/layout.module.css'
import buttons from '../../components/buttons.module.css'
import table from '../../components/table.module.css'
import styles from './party-table.module.css'

const TONES: Readonly<Record<PartyView['state'], Tone>> = {
  IN_FORCE: 'ok',
  LATER: 'wait',
  EXPIRED: 'neutral',
  ENDED: 'neutral',
  REPLACED: 'neutral',
}

/** Arrow keys move among the buttons of the rows. */
const ROVING = { onKeyDown: (event: KeyboardEvent<HTMLElement>) => roveFocus(event, 'button') }

type Actions = {
  /** Absent where the role may not propose. */
  readonly onChange?: (party: PartyView) => void
  readonly onEnd?: (party: PartyView) => void
}
type Props = Actions & {
  readonly parties: readonly PartyView[]
  readonly isOver: (party: PartyView) => boolean
}

/** A row for each power. Labelled by the section's heading. */
export function PartyTable({ parties, isOver, ...actions }: Props) {
  const { t } = useTranslation('mandates')
  return (
    <table className={table.table} aria-labelledby="parties-title">
      <thead>
        <tr>
          <th scope="col">{t('columns.who')}</th>
          <th scope="col">{t('columns.what')}</th>
          <th scope="col" className={styles.until}>
            {t('columns.until')}
          </th>
          <th scope="col" className={styles.state}>
            {t('columns.state')}
          </th>
        </tr>
      </thead>
      <tbody {...ROVING}>
        {parties.map((party) => (
          <PartyRow key={party.id} party={party} {...(isOver(party) ? {} : actions)} />
        ))}
      </tbody>
    </table>
  )
}

function PartyRow({ party, onChange, onEnd }: Actions & { readonly party: PartyView }) {
  const { t } = useTranslation('mandates')
  const { limitOf, signsHow, accountOf, stateOf } = usePartyWords()
  const { name, power, validUntil, givenBy, decidedBy } = party
  return (
    <tr className={styles.party}>
      <td>
        <bdi>{name}</bdi>
        <p className={typography.secondary}>{`${t(`powers.${power}`)}, ${signsHow(party)}`}</p>
      </td>
      <td>
        <bdi>{limitOf(party)}</bdi>
        <p className={typography.secondary}>{accountOf(party)}</p>
      </td>
      <td>{validUntil === null ? t('noEnd') : <DateText value={validUntil} />}</td>
      <td>
        <StatusBadge tone={TONES[party.state]}>{stateOf(party)}</StatusBadge>
        <p className={typography.secondary}>{t('by', { proposer: givenBy, decider: decidedBy })}</p>
        {onChange !== undefined && onEnd !== undefined && (
          <span className={layout.sideBySide}>
            <RowButton label={t('change')} name={name} onClick={() => onChange(party)} />
            <RowButton label={t('end')} name={name} onClick={() => onEnd(party)} />
          </span>
        )}
      </td>
    </tr>
  )
}

type ButtonProps = { readonly label: string; readonly name: string; readonly onClick: () => void }

function RowButton({ label, name, onClick }: ButtonProps) {
  return (
    <button type="button" className={buttons.link} aria-label={`${label}: ${name}`} onClick={onClick}>
      {label}
    </button>
  )
}
