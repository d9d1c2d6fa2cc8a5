import { Loader } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountView } from '../../../shared/contract/accounts.ts'
import { useQueryCall } from '../../calls/use-call.ts'
import { useMay } from '../../calls/use-may.ts'
import { AnswerNote } from '../../components/answer-note.tsx'
import { EndPassbook } from './end-passbook.tsx'
import { IssuePassbook } from './issue-passbook.tsx'
import { PassbookBook } from './passbook-book.tsx'
import { PassbookHead } from './passbook-head.tsx'
import { PassbookQuestion } from './passbook-question.tsx'
import { usePassbookPrint } from './use-passbook-print.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'
import empty from '../../components/empty-state.module.css'

type Props = { readonly account: AccountView; readonly onClose: () => void }

/** The passbook of an account: it is issued, printed into and ended here. */
export function PassbookPanel({ account, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'components'])
  const { answer, refetch } = useQueryCall('accounts.passbook', { accountId: account.id }, { keep: true })
  const printing = usePassbookPrint(refetch)
  const mayIssue = useMay('accounts.issuePassbook')
  const [ending, setEnding] = useState(false)
  if (answer.state !== 'known')
    return (
      <>
        <PassbookHead onClose={onClose} />
        <div className={answer.state === 'loading' ? empty.empty : layout.padded}>
          {answer.state === 'loading' && <Loader aria-label={t('components:loading')} />}
          <AnswerNote answer={answer} />
        </div>
      </>
    )
  const { book, ended } = answer.value
  if (book === null)
    return mayIssue && account.status !== 'CLOSED' ? (
      <IssuePassbook
        account={account}
        before={ended[0] ?? null}
        said={printing.done}
        onIssued={printing.say}
        onClose={onClose}
      />
    ) : (
      <>
        <PassbookHead onClose={onClose} />
        <p className={classes(layout.padded, typography.secondary)}>{t('passbook.none')}</p>
      </>
    )
  if (ending)
    return (
      <EndPassbook
        book={book}
        onEnded={(said) => {
          printing.say(said)
          setEnding(false)
        }}
        onBack={() => setEnding(false)}
      />
    )
  if (book.underWay?.isAsked === true)
    return (
      <PassbookQuestion
        key={book.underWay.id}
        account={account}
        print={book.underWay}
        printing={printing}
        onEnd={() => setEnding(true)}
        onClose={onClose}
      />
    )
  return (
    <PassbookBook
      account={account}
      state={{ book, ended }}
      printing={printing}
      onEnd={() => setEnding(true)}
      onClose={onClose}
    />
  )
}
