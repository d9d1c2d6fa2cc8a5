import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Archive } from '../../../shared/contract/archives.ts'
import { Note } from '../../components/failure-note.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { ArchiveActions, type Side } from './archive-actions.tsx'
import { ArchiveFacts } from './archive-facts.tsx'
import { differs, toneOf, yearOf } from './archive-words.ts'
import { FileForm } from './file-form.tsx'
import { SearchForm } from './search-form.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import panel from '../../components/panel.module.css'
import typography from '../../theme/typography.module.css'

/** How a year stands, and what can be done with it; what needs a folder has a form of its own. */
export function ArchiveDetail({ archive }: { readonly archive: Archive }) {
  const { t } = useTranslation('archives')
  const [side, setSide] = useState<Side | null>(null)
  const { kind, seal, state } = archive
  const year = yearOf(archive)
  const leave = () => setSide(null)
  if (seal !== null && side === 'search') return <SearchForm seal={seal} year={year} onLeave={leave} />
  if (seal !== null && side !== null && side !== 'search')
    return <FileForm key={side} what={side} seal={seal} year={year} onLeave={leave} />
  return (
    <>
      <header className={panel.head}>
        <h2>{t(`name.${kind}`, { year })}</h2>
        <span className={layout.grow} />
        <StatusBadge tone={toneOf(archive)}>
          {differs(archive) ? t('wrong') : t(`state.${state}`)}
        </StatusBadge>
      </header>
      <div className={classes(layout.scroll, layout.padded, layout.stack, layout.alignedTop)}>
        {state === 'OPEN' && <p className={typography.secondary}>{t(`openHint.${kind}`)}</p>}
        {state === 'OVER' && <p className={typography.secondary}>{t(`overHint.${kind}`)}</p>}
        {state === 'AWAY' && <Note tone="info">{t('awayHint')}</Note>}
        {seal !== null && seal.removed !== null && <Note tone="info">{t('removedHint')}</Note>}
        {seal !== null && <ArchiveFacts archive={archive} seal={seal} />}
        <ArchiveActions archive={archive} onSide={setSide} />
      </div>
    </>
  )
}
