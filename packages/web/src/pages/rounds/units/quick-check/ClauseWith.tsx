/** The clause as it stands, with the stretch that this is about in ink and the rest in grey. Never cut. */
export const ClauseWith = ({ clause, source }: { readonly clause: string; readonly source: string }) => {
  const from = clause.indexOf(source)
  if (from < 0 || source.length >= clause.length - 1) return <p className="official clause">{clause}</p>
  return (
    <p className="official clause">
      <span className="grey">{clause.slice(0, from)}</span>
      {source}
      <span className="grey">{clause.slice(from + source.length)}</span>
    </p>
  )
}
