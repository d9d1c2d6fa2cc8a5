import { SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseNotNegative, toDecimal } from '../../../shared/money.ts'
import { beginBlindCount } from './blind-count.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { MoneyInput } from '../../components/money-input.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { CountTable } from './count-table.tsx'
import type { HeldTill } from './holding-till.tsx'
import { addUp, type Counted, type Counts } from './denominations.ts'

type Props = {
  readonly till: { readonly name: string; readonly currency: string } | null
  /** Set where a supervisor counts for a holder who cannot. */
  readonly heldByOther: HeldTill | null
  readonly closing: PostingCommand<'tills.close'>
  /** What is counted so far. It is kept outside, so that it is still there after a look at something else. */
  readonly draft: CountDraft
  readonly onDraft: (draft: CountDraft) => void
  readonly onLater: () => void
}

export type CountDraft = {
  readonly by: 'pieces' | 'total'
  readonly counts: Counts
  readonly typed: string
}
export const NOTHING_COUNTED: CountDraft = { by: 'pieces', counts: {}, typed: '' }

const totalOf = ({ by, counts, typed }: CountDraft, currency: string): Counted => {
  if (by === 'pieces') return addUp(counts, currency)
  if (typed.trim() === '') return { state: 'nothing' }
  const amount = parseNotNegative(typed, currency)
  return amount.ok ? { state: 'counted', total: amount.value } : { state: 'unreadable' }
}

/** Counts what lies in the till without being told what should. Asked once more, because a count is final. */
export function CloseTill({ till, heldByOther, closing, draft, onDraft, onLater }: Props) {
  const { t } = useTranslation('tills')
  const { serverConnected, branch } = useSession()
  const [name] = useState(till?.name ?? '')
  const currency = till?.currency ?? branch?.currency ?? 'USD'
  const [problem, setProblem] = useState<'countFirst' | 'notANumber' | null>(null)
  const [sure, setSure] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(beginBlindCount, [])
  const counted = totalOf(draft, currency)

  const again = () => {
    setSure(false)
    setProblem(null)
  }
  const change = (part: Partial<CountDraft>) => {
    onDraft({ ...draft, ...part })
    again()
  }
  const close = () => {
    if (counted.state !== 'counted') {
      setProblem(counted.state === 'nothing' ? 'countFirst' : 'notANumber')
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    } else if (!sure) setSure(true)
    else {
      const whose = heldByOther === null ? {} : { tillId: heldByOther.id }
      closing.post({ counted: toDecimal(counted.total), ...whose })
    }
  }
  const unavailable = !serverConnected
  useKeys({
    'Ctrl+Enter': {
      label: sure ? t('count.confirm') : t('count.action'),
      run: close,
      disabled: unavailable || closing.frozen,
    },
    Escape: { label: t('count.again'), run: again, disabled: !sure || closing.frozen, quiet: true },
  })
  const fixed = closing.frozen || sure

  return (
    <>
      <header className="head">
        <h2>{t('count.title', { name })}</h2>
        <span className="grow" />
        <BusyButton variant="default" unavailable={closing.frozen} onClick={onLater}>
          {t('count.later')}
        </BusyButton>
      </header>
      {heldByOther !== null && (
        <div className="pad">
          <Note tone="warn">{t('heldByOther.counting', { holder: heldByOther.holder })}</Note>
        </div>
      )}
      <form
        ref={form}
        className="scroll till-count"
        onKeyDown={enterMovesOn}
        onSubmit={(event) => event.preventDefault()}
      >
        <div data-step="skip" className="count-by">
          <SegmentedControl
            fullWidth
            aria-label={t('count.by')}
            value={draft.by}
            readOnly={fixed}
            onChange={(value) => {
              change({ by: value === 'total' ? 'total' : 'pieces' })
            }}
            data={[
              { value: 'pieces', label: t('count.pieces') },
              { value: 'total', label: t('count.total') },
            ]}
          />
        </div>
        {draft.by === 'pieces' ? (
          <CountTable
            currency={currency}
            counts={draft.counts}
            readOnly={fixed}
            onCount={(piece, count) => {
              change({ counts: { ...draft.counts, [piece]: count } })
            }}
          />
        ) : (
          <div className="pad">
            <MoneyInput
              large
              autoFocus
              label={t('count.counted')}
              currency={currency}
              value={draft.typed}
              readOnly={fixed}
              onChange={(value) => {
                change({ typed: value })
              }}
            />
          </div>
        )}
      </form>
      <div className="foot stack tight">
        <p className="total">
          <span>{t('count.counted')}</span>
          {counted.state === 'counted' ? (
            <Amount value={toDecimal(counted.total)} currency={currency} withCurrency strong />
          ) : (
            <span className="dim">–</span>
          )}
        </p>
        {problem !== null && <Note tone="bad">{t(`count.${problem}`)}</Note>}
        {sure ? <Note tone="warn">{t('count.sure')}</Note> : <p className="t2">{t('count.blind')}</p>}
        <OutcomeNote posting={closing} />
        {sure && (
          <BusyButton variant="default" fullWidth keys="Escape" unavailable={closing.frozen} onClick={again}>
            {t('count.again')}
          </BusyButton>
        )}
        <BusyButton
          size="lg"
          fullWidth
          keys="Ctrl+Enter"
          busy={closing.phase === 'sending'}
          unavailable={unavailable}
          onClick={close}
        >
          {sure ? t('count.confirm') : t('count.action')}
        </BusyButton>
      </div>
    </>
  )
}
