import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import type { PostingView } from '../../../shared/contract/postings.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import type { SlipKind } from './counter-work.ts'
import { EffectTable, useAccountWord } from './effect-table.tsx'

type Props = {
  readonly posted: PostingView
  readonly kind: SlipKind
  readonly onNext: () => void
}

/** What was posted, in the place where it was typed: reference, balances after, receipt, and on to the next one. */
export function PostedSlip({ posted, kind, onNext }: Props) {
  const { t } = useTranslation('postings')
  const receipt = useReceipt(posted.id)
  useKeys({
    Escape: { label: t('next'), run: onNext, quiet: true },
    'Ctrl+P': { label: t('receipt'), run: receipt.save },
  })
  return (
    <>
      <header className="head">
        <h2>{t(`done.${kind}`)}</h2>
      </header>
      <div className="scroll slip-body slip-posted">
        <Note tone="ok">
          <Reference reference={posted.reference} />
        </Note>
        <p className="slip-sum">
          <Amount value={posted.amount} currency={posted.currency} withCurrency />
        </p>
        <PostedFacts posted={posted} />
        <FailureNote failure={receipt.failure} />
        {receipt.saved !== null && <Note tone="info">{t('receiptSaved', { name: receipt.saved })}</Note>}
      </div>
      {/* The second click of a double click on Post must not send away the result that it just brought. */}
      <div className="slip-foot" onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}>
        <EffectTable lines={posted.legs} currency={posted.currency} posted />
        <div className="slip-after">
          <BusyButton size="lg" variant="default" keys="Ctrl+P" busy={receipt.busy} onClick={receipt.save}>
            {t('receipt')}
          </BusyButton>
          <BusyButton size="lg" fullWidth startHere keys="Escape" onClick={onNext}>
            {t('next')}
          </BusyButton>
        </div>
      </div>
    </>
  )
}

/** The sentence with the reference in it, which stays in one piece and in its own direction. */
function Reference({ reference }: { readonly reference: string }) {
  const { t } = useTranslation('postings')
  const [before = '', after = ''] = t('postedAs', { reference: '\u0000' }).split('\u0000')
  return (
    <b>
      {before}
      <Identifier>{reference}</Identifier>
      {after}
    </b>
  )
}

function PostedFacts({ posted }: { readonly posted: PostingView }) {
  const { t } = useTranslation('postings')
  const word = useAccountWord()
  return (
    <dl className="slip-facts">
      {posted.legs
        .filter(({ holder }) => holder !== null)
        .map((leg) => (
          <div key={leg.side}>
            <dt>{t(leg.side === 'DEBIT' ? 'from' : 'to')}</dt>
            <dd>
              {word(leg.label)} <Identifier>{formatAccountNumber(leg.accountNumber)}</Identifier>
              <br />
              {leg.holder}
            </dd>
          </div>
        ))}
      {posted.description !== null && (
        <div>
          <dt>{t('description')}</dt>
          <dd>{posted.description}</dd>
        </div>
      )}
      <div>
        <dt>{t('businessDate')}</dt>
        <dd>
          <DateText value={posted.businessDate} />
        </dd>
      </div>
      <div>
        <dt>{t('postedBy')}</dt>
        <dd>{posted.postedBy}</dd>
      </div>
    </dl>
  )
}

function useReceipt(transactionId: string) {
  const pdf = useCall('postings.exportReceipt')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    const answer = await pdf.run({ transactionId })
    if (answer === null || !answer.ok) return
    const { content, fileName, mediaType } = answer.value
    download(content, fileName, mediaType)
    setSaved(fileName)
  }
  return { save: () => void save(), busy: pdf.busy, failure: pdf.failure, saved }
}
