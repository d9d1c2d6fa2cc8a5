import { IconDownload } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatAccountNumber } from '../../../shared/check-digit.ts'
import { customerAccountType } from '../../../shared/contract/fields.ts'
import type { Leg, PostingView } from '../../../shared/contract/postings.ts'
import { Amount } from '../../components/amount.tsx'
import { DateText, Identifier, TimeText } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { download } from '../../components/download.ts'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useCall, useQueryCall } from '../../calls/use-call.ts'

type Props = { readonly transactionId: string; readonly onClose: () => void }

/** One posting with both of its sides, and its receipt as a file. */
export function ReceiptPanel({ transactionId, onClose }: Props) {
  const { t } = useTranslation(['accounts', 'components'])
  const posting = useQueryCall('postings.get', { transactionId })
  return (
    <>
      <div className="head">
        <h2>{t('receipt')}</h2>
        {posting.data !== undefined && (
          <span className="t2">
            <Identifier>{posting.data.reference}</Identifier>
          </span>
        )}
        <span className="grow" />
        <BusyButton variant="default" keys="Escape" startHere onClick={onClose}>
          {t('back')}
        </BusyButton>
      </div>
      {posting.loading && (
        <div className="empty">
          <Loader aria-label={t('components:loading')} />
        </div>
      )}
      {posting.failure !== null && (
        <div className="pad">
          <FailureNote failure={posting.failure} />
        </div>
      )}
      {posting.data !== undefined && <Receipt posting={posting.data} />}
    </>
  )
}

function Receipt({ posting }: { readonly posting: PostingView }) {
  const { t } = useTranslation('accounts')
  const { currency } = posting
  return (
    <>
      <div className="scroll pad">
        <div className="stack">
          <p className="receipt-amount">
            {t(`kind.${posting.transactionType}`)}{' '}
            <Amount value={posting.amount} currency={currency} withCurrency strong />
          </p>
          {posting.legs.map((leg) => (
            <LegFacts key={leg.side} leg={leg} currency={currency} />
          ))}
          <dl className="account-sums">
            {posting.description !== null && (
              <div>
                <dt>{t('description')}</dt>
                <dd>
                  <bdi>{posting.description}</bdi>
                </dd>
              </div>
            )}
            <div>
              <dt>{t('businessDate')}</dt>
              <dd>
                <DateText value={posting.businessDate} />
              </dd>
            </div>
            <div>
              <dt>{t('posted')}</dt>
              <dd>
                <TimeText value={posting.postedAt} />
              </dd>
            </div>
            <div>
              <dt>{t('postedBy')}</dt>
              <dd>
                <bdi>{posting.postedBy}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t('branch')}</dt>
              <dd>
                <bdi>{posting.branchName}</bdi>
              </dd>
            </div>
          </dl>
        </div>
      </div>
      <SaveReceipt transactionId={posting.id} />
    </>
  )
}

function LegFacts({ leg, currency }: { readonly leg: Leg; readonly currency: string }) {
  const { t } = useTranslation('accounts')
  const type = customerAccountType.options.find((known) => known === leg.label)
  return (
    <div className="leg">
      <p className="row">
        <span className="t2">{leg.side === 'DEBIT' ? t('debit') : t('credit')}</span>
        <span className="t1 clip">
          <bdi>{type === undefined ? leg.label : t(`type.${type}`)}</bdi>
        </span>
        <span className="grow" />
        <Amount value={leg.amount} currency={currency} strong />
      </p>
      {leg.holder !== null && (
        <p className="t2 row">
          <Identifier>{formatAccountNumber(leg.accountNumber)}</Identifier>
          <bdi className="clip">{leg.holder}</bdi>
        </p>
      )}
      <p className="t2 row">
        {t('before')} <Amount value={leg.ledgerBefore} currency={currency} />
        <span className="grow" />
        {t('after')} <Amount value={leg.ledgerAfter} currency={currency} />
      </p>
    </div>
  )
}

function SaveReceipt({ transactionId }: { readonly transactionId: string }) {
  const { t } = useTranslation('accounts')
  const exporting = useCall('postings.exportReceipt')
  const [saved, setSaved] = useState<string | null>(null)
  const save = async () => {
    const answer = await exporting.run({ transactionId })
    if (answer?.ok !== true) return
    download(answer.value.content, answer.value.fileName, answer.value.mediaType)
    setSaved(answer.value.fileName)
  }
  return (
    <div className="foot stack">
      <FailureNote failure={exporting.failure} />
      {saved !== null && <Note tone="ok">{t('saved', { name: saved })}</Note>}
      <BusyButton
        variant="default"
        fullWidth
        busy={exporting.busy}
        leftSection={<IconDownload size={16} aria-hidden />}
        onClick={() => void save()}
      >
        {t('receiptPdf')}
      </BusyButton>
    </div>
  )
}
