export const counter = {
  title: 'Counter',
} as const
