import { useScreenSearch } from '../../app/navigate.ts'
import { CustomerScreen } from './customer-screen.tsx'
import { useMayWork } from './may-work.ts'
import { RegisterView } from './register-view.tsx'
import { SearchView } from './search-view.tsx'

/** The customers' screens, by the address: `find` searches, `customer` opens one, `new` registers one. */
export function CustomersScreen() {
  const { customer, find = '', registered, ...search } = useScreenSearch()
  const { mayWork } = useMayWork()
  if (search['new'] !== undefined && mayWork) return <RegisterView find={find} />
  if (customer === undefined) return <SearchView initial={find} />
  return (
    <CustomerScreen
      key={customer}
      customerId={customer}
      find={find}
      justRegistered={registered !== undefined}
    />
  )
}
