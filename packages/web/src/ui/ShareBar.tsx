import './share-bar.css'

/** How many of all, as a plain bar beside its number: for the eye alone, so the number is always there too. */
export const ShareBar = ({ percent }: { readonly percent: number }) => (
  <span className="share-bar" aria-hidden="true">
    <span style={{ width: `${percent}%` }} />
  </span>
)
