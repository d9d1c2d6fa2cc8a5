import { IconNotebook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { BusyButton } from '../../components/busy-button.tsx'
import { classes } from '../../theme/classes.ts'
import layout from '../../theme/layout.module.css'
import styles from './passbook.module.css'

/** The way to the account's passbook. */
export function PassbookSection({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <section className={classes(layout.stack, styles.section)}>
      <BusyButton
        variant="default"
        keys="P"
        leftSection={<IconNotebook size={16} aria-hidden />}
        onClick={onOpen}
      >
        {t('passbook.title')}
      </BusyButton>
    </section>
  )
}
