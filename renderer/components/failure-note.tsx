import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../calls/api.ts'
import { messageFor } from '../feedback/messages.ts'
import { Identifier } from './bidi.tsx'
import typography from '../theme/typography.module.css'
import styles from './failure-note.module.css'

const ICONS = {
  bad: IconAlertTriangle,
  warn: IconAlertTriangle,
  ok: IconCheck,
  info: IconInfoCircle,
} as const

type NoteProps = { tone: keyof typeof ICONS; children: ReactNode; ref?: Ref<HTMLDivElement> }

/** A sentence beside what it is about. */
export function Note({ tone, children, ref }: NoteProps) {
  const Icon = ICONS[tone]
  const focused = ref === undefined ? {} : { ref, tabIndex: -1 }
  return (
    <div className={styles.note} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'} {...focused}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <div>{children}</div>
    </div>
  )
}

type FailureProps = {
  readonly failure: Failure | null
  /** What follows from it, in bold above the reason. */
  readonly title?: string
  readonly action?: ReactNode
}

/** A refusal in the teller's words, with the reference for the log if it was a bug; what somebody has cancelled is none. Nothing without a failure. */
export function FailureNote({ failure, title, action }: FailureProps) {
  const { t } = useTranslation('components')
  if (failure === null) return null
  const [before = '', after = ''] = t('reference', { reference: '\u0000' }).split('\u0000')
  return (
    <Note tone={failure.code === 'WORK_CANCELLED' ? 'info' : 'bad'}>
      {title !== undefined && (
        <p>
          <b>{title}</b>
        </p>
      )}
      <p>{messageFor(failure)}</p>
      {failure.logReference !== undefined && (
        <p className={typography.secondary}>
          {before}
          <Identifier>{failure.logReference}</Identifier>
          {after}
        </p>
      )}
      {action}
    </Note>
  )
}
