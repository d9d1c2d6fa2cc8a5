import { useTranslation } from 'react-i18next'
import { Note } from '../../components/failure-note.tsx'
import { NoteAction } from './note-action.tsx'
import styles from './waiting-files.module.css'

type Props = {
  readonly files: readonly File[]
  readonly onFiles: (files: readonly File[]) => void
  /** They are further pages of the present document. */
  readonly onJoin: () => void
  /** The present file cannot be taken, and the refusal offers to go on. */
  readonly refused: boolean
}

type RefusedProps = {
  readonly problem: string
  /** Others wait. */
  readonly isFollowed: boolean
  readonly onLeaveOut: () => void
}

/** Names the files that were chosen together with this one: each becomes a document of its own. */
export function WaitingFiles({ files, onFiles, onJoin, refused }: Props) {
  const { t } = useTranslation('documents')
  const [, ...waiting] = files
  if (waiting.length === 0) return null
  return (
    <Note tone="info">
      <p>{t('upload.waiting', { count: waiting.length })}</p>
      <FileNames names={waiting.map(({ name }) => name)} />
      {!refused && <NoteAction label={t('upload.join', { count: waiting.length })} run={onJoin} />}
      {!refused && <NoteAction label={t('upload.leaveOut')} run={() => onFiles(waiting)} />}
    </Note>
  )
}

type NamesProps = { readonly names: readonly string[] }

/** Asks before the form is left with files or pages that are not uploaded. */
export function UnsentFiles({ names }: NamesProps) {
  const { t } = useTranslation('documents')
  return (
    <Note tone="warn">
      <p>{t('upload.stillWaiting', { count: names.length })}</p>
      <FileNames names={names} />
    </Note>
  )
}

function FileNames({ names }: NamesProps) {
  return (
    <ul className={styles.names}>
      {names.map((name, at) => (
        <li key={`${at} ${name}`}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** Why a file cannot be taken, by its name, and the way on without it. */
export function RefusedFile({ problem, isFollowed, onLeaveOut }: RefusedProps) {
  const { t } = useTranslation('documents')
  return (
    <Note tone="bad">
      <p>{problem}</p>
      <NoteAction label={t(isFollowed ? 'upload.goOn' : 'upload.leaveThisOut')} run={onLeaveOut} />
    </Note>
  )
}
