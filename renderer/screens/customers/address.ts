import type { CustomerView } from '../../../shared/contract/customers.ts'

type Lives = Pick<CustomerView, 'address' | 'postcode' | 'city'>

/** Street, then postcode and town together, as on an envelope; what is not on file is left out. */
export function addressInOneLine({ address, postcode, city }: Lives): string {
  const town = [postcode, city].filter(Boolean).join(' ')
  return [address, town].filter(Boolean).join(', ')
}
