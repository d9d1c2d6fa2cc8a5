import { useTranslation } from 'react-i18next'
import type { Archive, Seal, SealEvent } from '../../../shared/contract/archives.ts'
import { useBranchTime } from '../../calls/use-branch-time.ts'
import { DateText, Identifier } from '../../components/bidi.tsx'
import { Fact } from '../../components/fact.tsx'
import { sizeText } from '../backups/size.ts'
import { classes } from '../../theme/classes.ts'
import facts from '../../components/facts.module.css'

/** What was sealed, when it was last compared with the rows, and where it was exported to. */
export function ArchiveFacts({ archive, seal }: { readonly archive: Archive; readonly seal: Seal }) {
  const { t } = useTranslation('archives')
  const { time } = useBranchTime()
  const { rows, pieces, digest, sealedAt, sealedBy, checked, checkedAt } = seal
  const since = checkedAt === null ? '' : time(checkedAt)
  return (
    <dl className={classes(facts.facts, facts.onePerLine)}>
      <Fact label={t(`rows.${archive.kind}`)}>{rows.toLocaleString('en-GB')}</Fact>
      <Fact label={t(`days.${archive.kind}`)}>{pieces.toLocaleString('en-GB')}</Fact>
      <Fact label={t('sealed')}>{t('sealedBy', { when: time(sealedAt), name: sealedBy ?? t('byJob') })}</Fact>
      <Fact label={t('digest')}>
        <Identifier>{digest}</Identifier>
      </Fact>
      <Fact label={t('keptUntil')}>
        <DateText value={archive.keptUntil} />
      </Fact>
      {seal.removed === null ? (
        <Fact label={t('compared')}>
          {checkedAt === null ? t('never') : t('comparedSome', { done: checked, of: pieces, when: since })}
        </Fact>
      ) : (
        <Fact label={t('removed')}>{time(seal.removed.at)}</Fact>
      )}
      <Fact label={t('exported')}>
        <Exported event={seal.exported} />
      </Fact>
      <Fact label={t('file')}>
        <Compared event={seal.fileChecked} />
      </Fact>
    </dl>
  )
}

type Props = { readonly event: SealEvent | null }

function Exported({ event }: Props) {
  const { t } = useTranslation('archives')
  const { time } = useBranchTime()
  if (event === null) return t('never')
  const { at, by, folder, bytes } = event
  return t('exportedTo', { when: time(at), name: by ?? '', size: sizeText(bytes ?? 0), folder: folder ?? '' })
}

function Compared({ event }: Props) {
  const { t } = useTranslation('archives')
  const { time } = useBranchTime()
  if (event === null) return t('never')
  return t(event.what === 'FILE_GOOD' ? 'fileGood' : 'fileBad', {
    when: time(event.at),
    name: event.by ?? '',
  })
}
