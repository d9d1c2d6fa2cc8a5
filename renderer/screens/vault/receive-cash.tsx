import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { parsePositive } from '../../../shared/money.ts'
import { Amount } from '../../components/amount.tsx'
import { Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { usePostingCommand, type PostingCommand } from '../../calls/use-posting-command.ts'
import { useSession } from '../../calls/use-session.ts'
import { messageForCode } from '../../feedback/messages.ts'

const schemaFor = (currency: string) =>
  z.object({
    amount: z.string().superRefine((text, context) => {
      const amount = parsePositive(text, currency)
      if (amount.ok) return
      const code = text === '' ? 'AMOUNT_ZERO' : amount.error.code
      context.addIssue({ code: 'custom', message: messageForCode(code, amount.error.details) })
    }),
    description: z.string().trim().min(1).max(200),
  })

type Posting = PostingCommand<'vault.receiveCash'>

/** Cash brought to the branch from outside, for a supervisor. */
export function ReceiveCash({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('vault')
  const posting = usePostingCommand('vault.receiveCash')
  return (
    <>
      <header className="head">
        <h2>{t('receive')}</h2>
      </header>
      <div className="scroll pad stack till-slip">
        {posting.phase === 'posted' ? (
          <Received posting={posting} onBack={onBack} />
        ) : (
          <Slip posting={posting} onBack={onBack} />
        )}
      </div>
    </>
  )
}

function Slip({ posting, onBack }: { readonly posting: Posting; readonly onBack: () => void }) {
  const { t } = useTranslation(['vault', 'tills'])
  const { branch, serverConnected } = useSession()
  const currency = branch?.currency ?? 'USD'
  const form = useContractForm(schemaFor(currency), { amount: '', description: '' })
  const unavailable = !serverConnected || branch?.dayOpen !== true
  const post = () => void form.handleSubmit((values) => !unavailable && posting.post(values))()
  useKeys({
    'Ctrl+Enter': { label: t('post'), run: post, disabled: unavailable || posting.frozen },
    Escape: { label: t('back'), run: onBack, disabled: posting.frozen, quiet: true },
  })
  return (
    <>
      {branch?.dayOpen === false && <Note tone="warn">{t('tills:dayClosed')}</Note>}
      <form className="stack" onKeyDown={enterMovesOn} onSubmit={(event) => event.preventDefault()}>
        <FormMoney
          control={form.control}
          name="amount"
          label={t('amount')}
          currency={currency}
          large
          startHere
          readOnly={posting.frozen}
        />
        <FormText
          control={form.control}
          name="description"
          label={t('description')}
          description={t('descriptionHint')}
          maxLength={200}
          readOnly={posting.frozen}
        />
      </form>
      <dl className="sums">
        <div>
          <dt>{t('debit')}</dt>
          <dd>{t('vaultAccount')}</dd>
        </div>
        <div>
          <dt>{t('credit')}</dt>
          <dd>{t('suspense')}</dd>
        </div>
      </dl>
      <OutcomeNote posting={posting} />
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={posting.phase === 'sending'}
        unavailable={unavailable}
        onClick={post}
      >
        {t('post')}
      </BusyButton>
      <BusyButton variant="default" fullWidth keys="Escape" unavailable={posting.frozen} onClick={onBack}>
        {t('back')}
      </BusyButton>
    </>
  )
}

function Received({ posting, onBack }: { readonly posting: Posting; readonly onBack: () => void }) {
  const { t } = useTranslation('vault')
  const { result } = posting
  useKeys({ Escape: { label: t('back'), run: onBack, quiet: true } })
  if (result === null) return null
  return (
    <>
      <Note tone="ok">
        <b>{t('received')}</b>
      </Note>
      <dl className="sums">
        <div>
          <dt>{t('reference')}</dt>
          <dd>
            <Identifier>{result.reference}</Identifier>
          </dd>
        </div>
        <div>
          <dt>{t('after')}</dt>
          <dd>
            <Amount value={result.vaultBalance} currency={result.currency} withCurrency strong />
          </dd>
        </div>
      </dl>
      <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onBack}>
        {t('back')}
      </BusyButton>
      <BusyButton variant="default" fullWidth onClick={() => posting.reset()}>
        {t('next')}
      </BusyButton>
    </>
  )
}
