export type AnswerChoice = {
  readonly word: string
  /** What it means for the points: 得1分. */
  readonly consequence: string
  readonly chosen?: boolean
  readonly onChoose: () => void
}

/** Equal outlined buttons with the consequence under the word; keys 1 2 3 are the page's to bind. */
export const Answers = ({ choices }: { readonly choices: readonly AnswerChoice[] }) => (
  <div className="answers">
    {choices.map((choice, index) => (
      <button
        key={choice.word}
        type="button"
        className={choice.chosen === true ? 'button chosen' : 'button'}
        aria-pressed={choice.chosen === true}
        aria-keyshortcuts={String(index + 1)}
        onClick={choice.onChoose}
      >
        <b>{choice.word}</b>
        <span>{choice.consequence}</span>
      </button>
    ))}
  </div>
)
