import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SOURCES } from '../../../shared/contract/scanners.ts'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import typography from '../../theme/typography.module.css'

type Props = {
  readonly name: string
  readonly address: string
  /** Where it stands, where that is known. */
  readonly place?: string
  readonly sources: readonly (typeof SOURCES)[number][]
  readonly children: ReactNode
}

/** A scanner in a list: what it is called, where it is and what it can do, and what can be done with it. */
export function ScannerRow({ name, address, place = '', sources, children }: Props) {
  const { t } = useTranslation('scanners')
  return (
    <li>
      <div className={layout.grow}>
        <bdi className={typography.strong}>{name}</bdi>
        <div className={classes(typography.secondary, layout.apart)}>
          {place !== '' && <bdi>{place}</bdi>}
          {sources.length > 0 && <span>{sources.map((each) => t(`sources.${each}`)).join(', ')}</span>}
          <span dir="ltr">{address}</span>
        </div>
      </div>
      {children}
    </li>
  )
}
