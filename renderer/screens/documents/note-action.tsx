import buttons from '../../components/buttons.module.css'

export type NoteActionProps = { readonly label: string; readonly run: () => void }

/** What can be done about a refusal, as a link beneath its sentence. */
export function NoteAction({ label, run }: NoteActionProps) {
  return (
    <button type="button" className={buttons.link} onClick={run}>
      {label}
    </button>
  )
}
