// Its answers change without changing their identity, so nothing that takes them may be memoized; rows are not.
export { useVirtualizer as useRows } from '@tanstack/react-virtual'
