import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { balanceLines, type BalanceLine, type EffectLine } from './effect-lines.ts'

type Props = {
  readonly lines: readonly [EffectLine, EffectLine]
  readonly currency: string
  /** It has happened, so the balances are before and after rather than now and after. */
  readonly posted?: boolean
}

/** What a posting does: both legs in words, and every balance that it changes. */
export function EffectTable({ lines, currency, posted = false }: Props) {
  const { t } = useTranslation('postings')
  const figure = (value: string | null, strong = false) =>
    value === null ? (
      <span className="dim" aria-label={t('notYet')}>
        –
      </span>
    ) : (
      <Amount value={value} currency={currency} strong={strong} />
    )
  return (
    <fieldset className="effect">
      <legend className="unseen">{t(posted ? 'posted' : 'preview')}</legend>
      <dl className="effect-legs">
        {lines.map((line) => (
          <div key={line.side}>
            <dt>{t(`side.${line.side}`)}</dt>
            <dd className="clip">
              <LegName line={line} />
            </dd>
            <dd className="n">{figure(line.amount)}</dd>
          </div>
        ))}
      </dl>
      <table className="effect-balances">
        <thead>
          <tr>
            <th scope="col">{t('balance')}</th>
            <th scope="col" className="n">
              {t(posted ? 'before' : 'now')}
            </th>
            <th scope="col" className="n">
              {t('after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {balanceLines(lines).map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <BalanceName line={line} />
              </th>
              <td className="n dim">{figure(line.before)}</td>
              <td className="n">{figure(line.after, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}

const KINDS = ['SAVINGS', 'CURRENT', 'LOAN'] as const

/** The word for an account: the bank's for a kind of account, its own name for a till. */
export function useAccountWord(): (label: string) => string {
  const { t } = useTranslation(['postings', 'accounts'])
  return (label) => {
    const kind = KINDS.find((known) => known === label)
    if (kind !== undefined) return t(`accounts:type.${kind}`)
    return label === 'VAULT' ? t('vault') : label
  }
}

function LegName({ line }: { readonly line: EffectLine }) {
  const { t } = useTranslation('postings')
  const word = useAccountWord()
  if (line.label === null)
    return <span className="dim">{t(line.holder === null ? 'yourTill' : 'noAccount')}</span>
  if (line.holder === null) return t('cashIn', { till: word(line.label) })
  return (
    <>
      {word(line.label)} <Identifier>{formatAccountNumber(line.accountNumber ?? '')}</Identifier>
    </>
  )
}

function BalanceName({ line }: { readonly line: BalanceLine }) {
  const { t } = useTranslation('postings')
  if (line.what === 'cash') return line.label ?? t('yourTill')
  const what = t(`balances.${line.what}`)
  return line.whose === null ? what : t(`whose.${line.whose}`, { what })
}
