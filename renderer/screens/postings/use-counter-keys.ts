import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import { useGo } from '../../app/navigate.ts'
import { useKeys } from '../../keyboard/use-keys.ts'

type Actions = {
  readonly find: () => void
  readonly newCustomer: () => void
  readonly openTills: () => void
  /** Null while no account is selected. */
  readonly openStatement: (() => void) | null
}

/** The keys of the counter; those of the slip are its own. */
export function useCounterKeys({ find, newCustomer, openTills, openStatement }: Actions) {
  const { t } = useTranslation(['postings', 'shell'])
  const maySeeDocuments = useMay('documents.listQueue')
  const go = useGo()
  useKeys({
    F2: { label: t('customerKey'), run: find },
    F8: {
      label: t('statement'),
      run: () => openStatement?.(),
      disabled: openStatement === null,
      minor: true,
    },
    ...(maySeeDocuments
      ? { F9: { label: t('shell:nav.documents'), run: () => go('/documents'), minor: true } }
      : {}),
    F10: { label: t('shell:nav.tills'), run: openTills, minor: true },
    'Ctrl+N': { label: t('newCustomer'), run: newCustomer, quiet: true },
  })
}
