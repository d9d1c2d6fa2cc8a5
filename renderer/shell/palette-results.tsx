import { Combobox, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../calls/answer.ts'
import { AnswerNote } from '../components/answer-note.tsx'
import { Marked, PaletteAside } from './palette-parts.tsx'
import type { PaletteGroup } from './use-palette-groups.ts'
import layout from '../theme/layout.module.css'
import typography from '../theme/typography.module.css'
import styles from './palette.module.css'

type Props = {
  readonly groups: readonly PaletteGroup[]
  readonly query: string
  readonly searching: boolean
  /** Set when a search was not answered. */
  readonly unknown: Answer<unknown> | null
}

/** What was found, in groups, with the typed part marked. */
export function PaletteResults({ groups, query, searching, unknown }: Props) {
  const { t } = useTranslation('shell')
  return (
    <div className={styles.results}>
      {unknown !== null && <AnswerNote answer={unknown} />}
      <Combobox.Options aria-label={t('palette.label')}>
        {groups.map(({ id, label, items }) => (
          <Combobox.Group key={id} label={label}>
            {items.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                <item.icon size={18} stroke={1.75} aria-hidden />
                <span className={typography.primary}>
                  <Marked text={item.label} query={query} />
                </span>
                <PaletteAside item={item} />
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {groups.length === 0 && unknown === null && (
          <Combobox.Empty>
            {searching ? t('palette.searching') : t('palette.nothing', { query })}
          </Combobox.Empty>
        )}
      </Combobox.Options>
    </div>
  )
}

/** The keys of the palette, and how many results there are; null while that is not known. */
export function PaletteFoot({ count }: { readonly count: number | null }) {
  const { t } = useTranslation(['shell', 'components'])
  return (
    <div className={styles.foot}>
      <span>
        <Kbd>↑</Kbd>
        <Kbd>↓</Kbd>
        {t('palette.move')}
      </span>
      <span>
        <Kbd>Enter</Kbd>
        {t('palette.open')}
      </span>
      <span>
        <Kbd>Esc</Kbd>
        {t('palette.leave')}
      </span>
      <span className={layout.grow} />
      <output>{count === null ? t('components:notRead') : t('palette.results', { count })}</output>
    </div>
  )
}
