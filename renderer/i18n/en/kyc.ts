export const kyc = {
  title: 'KYC review',
} as const
