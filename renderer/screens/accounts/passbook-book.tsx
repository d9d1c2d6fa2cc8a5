import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import type { OpenPassbook, PassbookState } from '../../../shared/contract/passbooks.ts'
import { useMay } from '../../calls/use-may.ts'
import { DateText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { Fact } from '../../components/fact.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useKeys } from '../../keyboard/use-keys.ts'
import { PassbookHead } from './passbook-head.tsx'
import { PassbookLines } from './passbook-lines.tsx'
import { PassbooksBefore } from './passbooks-before.tsx'
import type { PassbookPrinting } from './use-passbook-print.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import sums from '../../components/sums.module.css'

/** It scrolls by keys too. */
const REACHABLE = { tabIndex: 0 }

type Props = {
  readonly account: AccountView
  readonly state: PassbookState & { readonly book: OpenPassbook }
  readonly printing: PassbookPrinting
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** The open book: where printing goes on, what is printed next, and what can be done with it. */
export function PassbookBook({ account, state: { book, ended }, printing, onEnd, onClose }: Props) {
  const { t } = useTranslation('accounts')
  const mayPrint = useMay('printers.printPassbook')
  return (
    <>
      <PassbookHead serial={book.serialNumber} onClose={onClose} />
      <section
        className={classes(layout.scroll, layout.padded)}
        aria-label={`${t('passbook.title')} ${book.serialNumber}`}
        {...REACHABLE}
      >
        <div className={layout.stack}>
          <Position book={book} />
          {book.next.length > 0 && (
            <PassbookLines title={t('passbook.next')} lines={book.next} currency={account.currency} />
          )}
          <PassbooksBefore ended={ended} />
        </div>
      </section>
      <div className={classes(layout.stack, panel.foot)}>
        <Notes book={book} printing={printing} />
        {mayPrint && <Actions book={book} printing={printing} onEnd={onEnd} />}
      </div>
    </>
  )
}

function Position({ book }: { readonly book: OpenPassbook }) {
  const { t } = useTranslation('accounts')
  return (
    <dl className={sums.sums}>
      <Fact label={t('passbook.issuedOn')}>
        <DateText value={book.issuedOn} />
      </Fact>
      {!book.isFull && (
        <Fact label={t('passbook.position')}>{t('passbook.page', { page: book.page, line: book.line })}</Fact>
      )}
      <Fact label={t('passbook.waiting')}>{t('passbook.lines', { count: book.waiting })}</Fact>
    </dl>
  )
}

type NotesProps = { readonly book: OpenPassbook; readonly printing: PassbookPrinting }

/** What came of the last print, and what to do with the book now. */
function Notes({ book, printing: { failure, done } }: NotesProps) {
  const { t } = useTranslation('accounts')
  const { page, waiting, isFull, underWay, line, printed } = book
  if (underWay !== null) return <Note tone="info">{t('passbook.underWay', { person: underWay.person })}</Note>
  return (
    <>
      <FailureNote failure={failure} />
      {done !== null && <Note tone="ok">{done}</Note>}
      {isFull && <Note tone="warn">{t('passbook.full')}</Note>}
      {!isFull && waiting === 0 && done === null && <Note tone="info">{t('passbook.upToDate')}</Note>}
      {!isFull && waiting > 0 && (
        <Note tone="info">
          {t(line === 1 && printed > 0 ? 'passbook.turn' : 'passbook.insert', { page })}
        </Note>
      )}
    </>
  )
}

type ActionsProps = NotesProps & { readonly onEnd: () => void }

function Actions({ book, printing, onEnd }: ActionsProps) {
  const { t } = useTranslation('accounts')
  const { hasPrinter, take, lookAgain, busy } = printing
  const idle = book.next.length === 0 || book.underWay !== null
  const label = t(hasPrinter ? 'passbook.print' : 'passbook.save')
  useKeys({ 'Ctrl+P': { label, run: () => take(book), disabled: idle || busy } })
  return (
    <>
      <BusyButton
        fullWidth
        keys="Ctrl+P"
        busy={busy}
        unavailable={idle}
        leftSection={
          hasPrinter ? <IconPrinter size={16} aria-hidden /> : <IconDownload size={16} aria-hidden />
        }
        onClick={() => take(book)}
      >
        {label}
      </BusyButton>
      <BusyButton
        variant="default"
        fullWidth
        unavailable={busy}
        onClick={book.underWay === null ? onEnd : lookAgain}
      >
        {t(book.underWay === null ? 'passbook.end' : 'passbook.lookAgain')}
      </BusyButton>
    </>
  )
}
