import { useTranslation } from 'react-i18next'
import type { PostingCommand } from '../../calls/use-posting-command.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { Note } from '../../components/failure-note.tsx'
import { FormMoney } from '../../components/form/form-money.tsx'
import { FormText } from '../../components/form/form-text.tsx'
import { OutcomeNote } from '../../components/outcome-note.tsx'
import { enterMovesOn } from '../../keyboard/enter-moves-on.ts'
import { useReceiveCash, type ReceivingCash } from './use-receive-cash.ts'

type Props = {
  readonly posting: PostingCommand<'vault.receiveCash'>
  readonly onBack: () => void
}

/** How much, where it came from, and which accounts it is posted to. */
export function ReceiveCashForm({ posting, onBack }: Props) {
  const { t } = useTranslation(['vault', 'tills'])
  const slip = useReceiveCash(posting, onBack)
  return (
    <>
      {slip.dayClosed && <Note tone="warn">{t('tills:dayClosed')}</Note>}
      <Fields slip={slip} readOnly={posting.frozen} />
      <dl className="sums">
        <Fact label={t('debit')}>{t('vaultAccount')}</Fact>
        <Fact label={t('credit')}>{t('suspense')}</Fact>
      </dl>
      <OutcomeNote posting={posting} />
      <BusyButton
        size="lg"
        fullWidth
        keys="Ctrl+Enter"
        busy={posting.phase === 'sending'}
        unavailable={slip.unavailable}
        onClick={slip.post}
      >
        {t('post')}
      </BusyButton>
      <BusyButton variant="default" fullWidth keys="Escape" unavailable={posting.frozen} onClick={onBack}>
        {t('back')}
      </BusyButton>
    </>
  )
}

function Fields({ slip, readOnly }: { readonly slip: ReceivingCash; readonly readOnly: boolean }) {
  const { t } = useTranslation('vault')
  const { control, currency } = slip
  return (
    <form className="stack" onKeyDown={enterMovesOn} onSubmit={(event) => event.preventDefault()}>
      <FormMoney
        control={control}
        name="amount"
        label={t('amount')}
        currency={currency}
        large
        startHere
        readOnly={readOnly}
      />
      <FormText
        control={control}
        name="description"
        label={t('description')}
        description={t('descriptionHint')}
        maxLength={200}
        readOnly={readOnly}
      />
    </form>
  )
}
