export const branch = {
  title: 'Branch',
} as const
