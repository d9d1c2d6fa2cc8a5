import { useGo } from '../../app/navigate.ts'
import buttons from '../../components/buttons.module.css'

type Props = { readonly customerId: string; readonly label: string }

/** To the customer's page. */
export function OpenCustomer({ customerId, label }: Props) {
  const go = useGo()
  return (
    <button type="button" className={buttons.link} onClick={() => go('/customers', { customer: customerId })}>
      {label}
    </button>
  )
}
