import { formatPoints, subtract, toDecimal, toPoints } from '@zicha/core'

/** Points as people write them: 2.5, 3, 0.25. */
export const pointsText = (decimal: number): string => formatPoints(toPoints(decimal))

/** `from` less `taken`, exactly. */
export const pointsLess = (from: number, taken: number): number => toDecimal(subtract(toPoints(from), toPoints(taken)))

/** A mark against its maximum; `null` is unanswered and shown as the word 未答, never as 0. */
export const Mark = ({ score, max }: { readonly score: number | null; readonly max: number }) =>
  score === null ? (
    <span className="mark">
      <b>未答</b>
      <i>/ {pointsText(max)}</i>
    </span>
  ) : (
    <span className={score < max ? 'mark lost' : 'mark'}>
      <b>{pointsText(score)}</b>
      <i>/ {pointsText(max)}</i>
    </span>
  )

/** A number that stands on its decimal point in a column of numbers. */
export const Decimal = ({ value }: { readonly value: number }) => {
  const [whole, rest] = pointsText(value).split('.')
  return (
    <span className="decimal">
      <span>{whole}</span>
      <i>{rest === undefined ? '' : `.${rest}`}</i>
    </span>
  )
}

/** 1分, kept together with its unit. */
export const PointsOf = ({ value, lost = false }: { readonly value: number; readonly lost?: boolean }) => (
  <em className={lost ? 'miss nw' : 'nw'}>{pointsText(value)}分</em>
)

/** The sentence why: only what is lost is red. */
export const Because = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/((?:扣完|扣|少|失|先不计)[\d.]+分)/u).map((piece, index) =>
      index % 2 === 1 && !/[扣少失完]0分/u.test(piece) ? (
        <em key={index} className="miss nw">
          {piece}
        </em>
      ) : (
        piece
      ),
    )}
  </>
)
