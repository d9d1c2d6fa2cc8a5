import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { useSession } from '../../calls/use-session.ts'
import { readTypedPositive, showMoney } from '../../i18n/amounts.ts'
import { expectedLines } from './effect-lines.ts'
import { EffectTable } from './effect-table.tsx'
import { SlipFields } from './slip-fields.tsx'
import { SlipObstacle } from './slip-obstacle.tsx'
import { useProblemText } from './use-problem-text.ts'
import type { SlipModel } from './use-slip.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './slip.module.css'

/** In characters. The amount is in the form already; the button repeats it only if it is not cut off. */
const LONGEST_LABEL = 29

const OBSTACLE_ID = 'slip-obstacle'

type Props = {
  readonly slip: SlipModel
  readonly offered: AccountView | null
  /** Shown instead of the button that posts until it is answered. */
  readonly question: ReactNode
  /** Opens the form of who stands at the counter. */
  readonly onName: () => void
}

/** A slip being written: the fields, what posting will do, and the button that posts. */
export function SlipForm({ slip, offered, question, onName }: Props) {
  const { till } = useSession()
  const lines = slip.effect?.legs ?? expectedLines(slip.draft.kind, slip.from.account, slip.to.account, till)
  return (
    <>
      <div className={classes(layout.scroll, styles.body)}>
        <div id={OBSTACLE_ID}>
          <SlipObstacle obstacle={slip.posting.frozen ? null : slip.obstacle} />
        </div>
        <SlipFields slip={slip} offered={offered} onName={onName} />
      </div>
      <div className={styles.foot}>
        <EffectTable lines={lines} currency={slip.currency} />
        <SlipOutcome slip={slip} />
        <AboveLimit slip={slip} />
        {question ?? <PostButton slip={slip} />}
      </div>
    </>
  )
}

/** What belongs to no field: a refusal of the whole slip, or an outcome that is not known yet. */
function SlipOutcome({ slip }: { readonly slip: SlipModel }) {
  const textOf = useProblemText()
  const { posting, problems } = slip
  if (posting.phase === 'unknown') return <OutcomeNote posting={posting} />
  if (problems.slip === undefined) return null
  if (posting.refusal !== null && problems.slip === posting.refusal) return <OutcomeNote posting={posting} />
  return (
    <Note tone="bad">
      <p>{textOf(problems.slip)}</p>
    </Note>
  )
}

/** Said before it is posted: that a second person will be needed, and why. */
function AboveLimit({ slip }: { readonly slip: SlipModel }) {
  const { t } = useTranslation('postings')
  const exceeded = slip.effect?.exceeded ?? null
  if (exceeded === null) return null
  return (
    <Note tone="warn">
      <p>
        {t(`exceeded.${exceeded}`)} {t('awaited.before')}
      </p>
    </Note>
  )
}

function PostButton({ slip }: { readonly slip: SlipModel }) {
  const { t } = useTranslation('postings')
  const { draft, currency, obstacle } = slip
  const amount = readTypedPositive(draft.amount, currency)
  const figure = amount.ok ? showMoney(amount.value) : null
  const labels = figure === null ? [] : [`${figure} ${currency}`, figure]
  const label =
    labels
      .map((text) => t(`slips.${draft.kind}.postAmount`, { amount: text }))
      .find((text) => text.length <= LONGEST_LABEL) ?? t(`slips.${draft.kind}.post`)
  return (
    <BusyButton
      size="lg"
      fullWidth
      keys="Ctrl+Enter"
      busy={slip.frozen}
      unavailable={obstacle !== null}
      onClick={slip.post}
      {...(obstacle === null ? {} : { 'aria-describedby': OBSTACLE_ID })}
    >
      {label}
    </BusyButton>
  )
}
