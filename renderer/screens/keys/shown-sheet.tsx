import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../../shared/contract.ts'
import { useSession } from '../../calls/use-session.ts'
import { BusyButton } from '../../components/busy-button.tsx'
import { PanelForm } from '../../components/form/panel-form.tsx'
import { Note } from '../../components/failure-note.tsx'
import layout from '../../theme/layout.module.css'
import paper from '../../theme/paper.module.css'
import styles from './shown-sheet.module.css'

type Props = {
  readonly sheet: CallOutput<'keys.makeSheet'>
  readonly onNext: () => void
  readonly onLeave: () => void
}

/** The eight lines, to be printed or written down. Only what belongs on the paper is printed. */
export function ShownSheet({ sheet: { number, lines }, onNext, onLeave }: Props) {
  const { t } = useTranslation('keys')
  const { branch } = useSession()
  return (
    <PanelForm
      title={t('sheet.lines', { number })}
      buttons="flow"
      submit={{ label: t('sheet.typeNext'), run: onNext }}
      leave={{ label: t('sheet.leave'), run: onLeave }}
    >
      <Note tone="warn">{t('sheet.shownOnce')}</Note>
      <div className={paper.paper} data-paper>
        <h3>{t('sheet.lines', { number })}</h3>
        <p>{branch?.name}</p>
        <ol className={styles.lines} dir="ltr">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p>{t('sheet.keepSafe')}</p>
        <p>{t('sheet.use')}</p>
      </div>
      <div className={layout.sideBySide}>
        <BusyButton variant="default" startHere onClick={() => window.print()}>
          {t('sheet.print')}
        </BusyButton>
      </div>
    </PanelForm>
  )
}
