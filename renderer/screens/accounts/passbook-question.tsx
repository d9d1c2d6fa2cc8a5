import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { PassbookLine, PrintUnderWay } from '../../../shared/contract/passbooks.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { Note } from '../../components/failure-note.tsx'
import { FormSelect } from '../../components/form/form-select.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { useContractForm } from '../../components/form/use-contract-form.ts'
import { showMoney } from '../../i18n/amounts.ts'
import { formatDate } from '../../i18n/dates.ts'
import { fromLedger } from '../../../shared/money.ts'
import { PassbookLines } from './passbook-lines.tsx'
import type { PassbookPrinting } from './use-passbook-print.ts'

type Props = {
  readonly account: AccountView
  readonly print: PrintUnderWay
  readonly printing: PassbookPrinting
  readonly onEnd: () => void
  readonly onClose: () => void
}

const schema = z.object({ line: z.string().min(1) })

/** Asks whoever has the book which line of a print is the last that stands there: exactly those up to it are on record then. */
export function PassbookQuestion({ account, print, printing, onEnd, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const time = useBranchTime()
  const form = useContractForm(schema, { line: '' })
  const options = useLineOptions(print, account.currency)
  const { busy, failure, done, tell } = printing
  return (
    <PanelForm
      title={t('passbook.title')}
      buttons="flow"
      submit={{
        label: t('passbook.say'),
        run: () => void form.handleSubmit(({ line }) => tell(print, Number(line)))(),
        busy,
      }}
      leave={{ label: t('back'), run: onClose, keyDisabled: false }}
      failure={failure}
      notes={done !== null && <Note tone="info">{done}</Note>}
      after={
        <>
          <PassbookLines title={t('passbook.asked')} lines={print.lines} currency={account.currency} />
          <BusyButton variant="default" fullWidth unavailable={busy} onClick={onEnd}>
            {t('passbook.end')}
          </BusyButton>
        </>
      }
    >
      <p>{t('passbook.askedHint', askedAbout(print, time.time(print.begunAt)))}</p>
      <FormSelect
        control={form.control}
        name="line"
        label={t('passbook.last')}
        placeholder={t('passbook.choose')}
        options={options}
        startHere
      />
    </PanelForm>
  )
}

const askedAbout = ({ firstLine, lines, person }: PrintUnderWay, time: string) => ({
  first: firstLine,
  last: firstLine + lines.length - 1,
  person,
  time,
})

/** None of the lines, and each of them, as the book shows it. */
function useLineOptions({ firstLine, lines }: PrintUnderWay, currency: string) {
  const { t } = useTranslation('accounts')
  const written = ({ line, date, kind, amount, balance }: PassbookLine) =>
    t('passbook.lineOf', {
      line,
      date: formatDate(date),
      posting: t(`passbook.kinds.${kind}`),
      amount: showMoney(fromLedger(amount ?? balance, currency)),
    })
  return [
    { value: String(firstLine - 1), label: t('passbook.noneOfThem') },
    ...lines.map((line) => ({ value: String(line.line), label: written(line) })),
  ]
}
