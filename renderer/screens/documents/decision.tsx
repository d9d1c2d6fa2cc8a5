import { Checkbox } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedDocument } from '../../../shared/contract/documents.ts'
import { announce } from '../../feedback/announce.ts'
import type { Failure } from '../../calls/api.ts'
import { formatDate, formatTime } from '../../components/bidi.tsx'
import { BusyButton } from '../../components/busy-button.tsx'
import { FailureNote, Note } from '../../components/failure-note.tsx'
import { useCall } from '../../calls/use-call.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useSession } from '../../calls/use-session.ts'
import { localToday } from '../branches/next-date.ts'
import { focusQueue } from './documents-queue.tsx'
import { RejectForm } from './reject-form.tsx'

const SEEN = ['sharp', 'person', 'genuine'] as const
type Seen = (typeof SEEN)[number]

/** After these there is nothing left to decide here; the way out is the next document. */
const OVER: readonly Failure['code'][] = ['ALREADY_DECIDED', 'DOCUMENT_NOT_FOUND']

type Props = { readonly item: QueuedDocument; readonly onDecided: (id: string) => void }

/** What the checker has seen, and the decision on exactly that. */
export function Decision({ item, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const { user } = useSession()
  if (user?.role !== 'SUPERVISOR')
    return (
      <Foot item={item}>
        <Note tone="info">{t('readOnly')}</Note>
      </Foot>
    )
  if (!item.mayDecide)
    return (
      <Foot item={item}>
        <Note tone="info">{t('own')}</Note>
      </Foot>
    )
  return <Checker item={item} onDecided={onDecided} />
}

function Checker({ item, onDecided }: Props) {
  const { t } = useTranslation('documents')
  const { serverConnected } = useSession()
  const approve = useCall('documents.approve')
  const reject = useCall('documents.reject')
  const [seen, setSeen] = useState<readonly Seen[]>([])
  const [rejecting, setRejecting] = useState(false)
  const [asked, setAsked] = useState(false)
  const [today] = useState(() => localToday(new Date()))
  const boxes = useRef<HTMLFieldSetElement>(null)
  const busy = approve.busy || reject.busy
  const expired = item.expiresAt !== null && item.expiresAt < today
  const failure = approve.failure ?? reject.failure
  const over = failure !== null && OVER.includes(failure.code)
  const words = { document: t(`type.${item.documentType}`), name: item.customerName }
  const shown = { documentId: item.id, shownHash: item.shownHash }

  const toggle = (name: Seen) =>
    setSeen((now) => (now.includes(name) ? now.filter((other) => other !== name) : [...now, name]))
  const approveNow = async () => {
    if (seen.length < SEEN.length) {
      setAsked(true)
      boxes.current?.querySelector<HTMLInputElement>('input:not(:checked)')?.focus()
      return
    }
    const answer = await approve.run(shown)
    if (answer?.ok !== true) return
    announce(t('approved', words))
    onDecided(item.id)
  }
  const rejectNow = async (reason: string) => {
    const answer = await reject.run({ ...shown, reason })
    if (answer?.ok !== true) return
    announce(t('rejected', words))
    onDecided(item.id)
  }
  const stopRejecting = () => {
    setRejecting(false)
    reject.reset()
    // The form had the focus; it goes back to the document that is still to be decided.
    focusQueue()
  }
  const off = busy || !serverConnected || over
  const [one, two, three] = SEEN
  useKeys(
    {
      A: { label: t('approve'), run: () => void approveNow(), disabled: off || expired },
      R: { label: t('reject'), run: () => setRejecting(true), disabled: off },
      '1': { label: t(`seenLabel.${one}`), run: () => toggle(one), quiet: true },
      '2': { label: t(`seenLabel.${two}`), run: () => toggle(two), quiet: true },
      '3': { label: t(`seenLabel.${three}`), run: () => toggle(three), quiet: true },
    },
    { enabled: !rejecting },
  )

  if (rejecting)
    return (
      <Foot item={item}>
        <RejectForm
          busy={reject.busy}
          over={over}
          onReject={(reason) => void rejectNow(reason)}
          onBack={stopRejecting}
        >
          <FailureNote
            failure={reject.failure}
            action={over && <Onward item={item} onDecided={onDecided} />}
          />
        </RejectForm>
      </Foot>
    )
  return (
    <>
      <fieldset className="pad kyc-seen" ref={boxes}>
        <legend className="unseen">{t('seen')}</legend>
        <p className="kyc-title" aria-hidden>
          {t('seen')}
        </p>
        {SEEN.map((name) => (
          <Checkbox
            key={name}
            label={t(`seenLabel.${name}`)}
            checked={seen.includes(name)}
            onChange={() => toggle(name)}
          />
        ))}
      </fieldset>
      <Foot item={item}>
        {expired && item.expiresAt !== null && (
          <Note tone="warn">{t('expired', { date: formatDate(item.expiresAt) })}</Note>
        )}
        {asked && seen.length < SEEN.length && <Note tone="bad">{t('tickFirst')}</Note>}
        <FailureNote
          failure={approve.failure}
          action={over && <Onward item={item} onDecided={onDecided} />}
        />
        <div className="kyc-buttons">
          <BusyButton
            size="lg"
            variant="default"
            className="kyc-reject"
            fullWidth
            keys="R"
            unavailable={off}
            onClick={() => setRejecting(true)}
          >
            {t('reject')}
          </BusyButton>
          <BusyButton
            size="lg"
            fullWidth
            keys="A"
            busy={approve.busy}
            unavailable={!serverConnected || over || expired}
            onClick={() => void approveNow()}
          >
            {t('approve')}
          </BusyButton>
        </div>
      </Foot>
    </>
  )
}

function Onward({ item, onDecided }: Props) {
  const { t } = useTranslation('documents')
  return (
    <button type="button" className="link" onClick={() => onDecided(item.id)}>
      {t('showNext')}
    </button>
  )
}

function Foot({ item, children }: { readonly item: QueuedDocument; readonly children: React.ReactNode }) {
  const { t } = useTranslation('documents')
  return (
    <div className="foot kyc-foot">
      <p className="t2">{t('uploaded', { name: item.uploadedBy, time: formatTime(item.uploadedAt) })}</p>
      {children}
    </div>
  )
}
