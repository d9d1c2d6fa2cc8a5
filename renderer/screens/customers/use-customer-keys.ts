import { useTranslation } from 'react-i18next'
import { useMay } from '../../calls/use-may.ts'
import type { CustomerView } from '../../../shared/contract/customers.ts'
import { useKeys } from '../../keyboard/use-keys.ts'
import { useGo } from '../../app/navigate.ts'
import type { Panel } from './use-panel.ts'

type Work = 'upload' | 'account' | 'contact'

/** What can be started for this customer, as keys and as functions for buttons; undefined where the role may not. */
export function useCustomerKeys(
  { kycStatus, status }: Pick<CustomerView, 'kycStatus' | 'status'>,
  panel: Panel,
  open: (panel: Panel) => void,
) {
  const { t } = useTranslation(['customers', 'accounts', 'documents', 'mandates'])
  const go = useGo()
  const mayWork = useMay('customers.updateContact')
  const mayHaveAccount = (kycStatus === 'APPROVED' || kycStatus === 'EXPIRED') && status === 'ACTIVE'
  const begin = (kind: Work) => (mayWork ? () => open({ kind }) : undefined)
  const account = mayHaveAccount ? begin('account') : undefined
  useKeys(
    { T: { label: t('timeline.action'), run: () => open({ kind: 'timeline' }) } },
    { enabled: panel.kind === 'details' },
  )
  useKeys(
    {
      U: {
        label: t('documents:upload.action'),
        short: t('keys.upload'),
        run: () => open({ kind: 'upload' }),
      },
      O: {
        label: t('accounts:open.action'),
        short: t('keys.account'),
        run: () => account?.(),
        disabled: account === undefined,
      },
      P: {
        label: t('mandates:add'),
        short: t('keys.power'),
        run: () => open({ kind: 'party', replaces: null }),
      },
      E: { label: t('changeContact'), short: t('keys.contact'), run: () => open({ kind: 'contact' }) },
      'Ctrl+N': { label: t('register'), run: () => go('/customers', { new: '1' }), quiet: true },
    },
    { enabled: mayWork && panel.kind === 'details' },
  )
  return { upload: begin('upload'), account, contact: begin('contact') }
}
