/** Who signed for the account that was debited, one below the other. */
export const SignersFact = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name, at) => (
    <span key={at}>
      {at > 0 && <br />}
      <bdi>{name}</bdi>
    </span>
  ))
