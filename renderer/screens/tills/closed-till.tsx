import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'

const WORDS = {
  exact: { tone: 'ok', say: 'closed.exact', posted: 'closed.postedExact' },
  short: { tone: 'warn', say: 'closed.short', posted: 'closed.postedShort' },
  over: { tone: 'warn', say: 'closed.over', posted: 'closed.postedOver' },
} as const

/** What was expected, told only now, and what became of the difference. */
export function ClosedTill({
  result,
  onDone,
}: {
  readonly result: CallOutput<'tills.close'>
  readonly onDone: () => void
}) {
  const { t } = useTranslation('tills')
  const { name, expected, counted, variance, currency } = result
  const { minor } = fromLedger(variance, currency)
  const { tone, say, posted } = WORDS[minor === 0n ? 'exact' : minor < 0n ? 'short' : 'over']
  return (
    <>
      <header className="head">
        <h2>{t('closed.title', { name })}</h2>
      </header>
      <div className="scroll pad stack till-slip">
        <dl className="sums">
          <div>
            <dt>{t('closed.expected')}</dt>
            <dd>
              <Amount value={expected} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>{t('closed.counted')}</dt>
            <dd>
              <Amount value={counted} currency={currency} />
            </dd>
          </div>
          <div data-sum>
            <dt>{t('closed.difference')}</dt>
            <dd>
              <Amount value={variance} currency={currency} withCurrency strong />
            </dd>
          </div>
        </dl>
        <Note tone={tone}>
          <p>
            <b>{t(say)}</b> {t(posted)}
          </p>
        </Note>
        <BusyButton size="lg" fullWidth startHere onClick={onDone}>
          {t('closed.done')}
        </BusyButton>
      </div>
    </>
  )
}
