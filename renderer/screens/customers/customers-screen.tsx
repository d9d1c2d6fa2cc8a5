import { useMay } from '../../calls/use-may.ts'
import { useScreenSearch } from '../../app/navigate.ts'
import { CustomerScreen } from './customer-screen.tsx'
import { RegisterView } from './register-view.tsx'
import { SearchView } from './search-view.tsx'

/** The customers' screens, by the address: `find` searches, `customer` opens one, `new` registers one. */
export function CustomersScreen() {
  const { customer, account = null, find = '', registered, ...search } = useScreenSearch()
  const mayRegister = useMay('customers.register')
  if (search['new'] !== undefined && mayRegister) return <RegisterView find={find} />
  if (customer === undefined) return <SearchView initial={find} />
  return (
    <CustomerScreen
      key={customer}
      customerId={customer}
      find={find}
      account={account}
      justRegistered={registered !== undefined}
    />
  )
}
