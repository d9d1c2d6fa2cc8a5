import { useTranslation } from 'react-i18next'
import { fromLedger } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { SlipPanel } from '../../components/slip-panel.tsx'
import type { Closed } from './closed-of.ts'
import sums from '../../components/sums.module.css'

const WORDS = {
  exact: { tone: 'ok', say: 'closed.exact', posted: 'closed.postedExact' },
  short: { tone: 'warn', say: 'closed.short', posted: 'closed.postedShort' },
  over: { tone: 'warn', say: 'closed.over', posted: 'closed.postedOver' },
} as const

type Props = { readonly result: Closed; readonly onDone: () => void }

/** What was expected, shown only now, and where the difference was posted. */
export function ClosedTill({ result, onDone }: Props) {
  const { t } = useTranslation('tills')
  const { minor } = fromLedger(result.variance, result.currency)
  const { tone, say, posted } = WORDS[minor === 0n ? 'exact' : minor < 0n ? 'short' : 'over']
  return (
    <SlipPanel title={t('closed.title', { name: result.name })}>
      <Difference result={result} />
      <Note tone={tone}>
        <p>
          <b>{t(say)}</b> {t(posted)}
        </p>
      </Note>
      <BusyButton size="lg" fullWidth startHere onClick={onDone}>
        {t('closed.done')}
      </BusyButton>
    </SlipPanel>
  )
}

function Difference({ result }: Pick<Props, 'result'>) {
  const { t } = useTranslation('tills')
  const { expected, counted, variance, currency } = result
  return (
    <dl className={sums.slipSums}>
      <Fact label={t('closed.expected')}>
        <Amount value={expected} currency={currency} />
      </Fact>
      <Fact label={t('closed.counted')}>
        <Amount value={counted} currency={currency} />
      </Fact>
      <Fact label={t('closed.difference')} total>
        <Amount value={variance} currency={currency} withCurrency strong />
      </Fact>
    </dl>
  )
}
