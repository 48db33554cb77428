import type { Closing, SignatureBody } from '../../../../api/contract.ts'
import { instantWords } from '../../../../ui/day-words.ts'
import { DrawnSignature, SignaturePad } from './SignaturePad.tsx'
import type { Strokes } from './SignaturePad.tsx'

type Signer = Closing['signers'][number]

/** What one person has put down and not yet given: drawn strokes, or where the paper that they sign lies. */
export type SignatureDraft = { readonly kind: 'drawn'; readonly strokes: Strokes } | { readonly kind: 'paper'; readonly place: string }

export const emptyDraft: SignatureDraft = { kind: 'drawn', strokes: [] }

/** What is sent: bound to the sheet that was read. */
export const signatureBody = (draft: SignatureDraft, sheet: string): SignatureBody =>
  draft.kind === 'drawn'
    ? { kind: 'drawn', sheet, strokes: draft.strokes.map((stroke) => stroke.map(([x, y]) => [x, y])) }
    : { kind: 'paper', sheet, place: draft.place.trim() }

export const isGiven = (draft: SignatureDraft): boolean => (draft.kind === 'drawn' ? draft.strokes.length > 0 : draft.place.trim() !== '')

/** One signer: the ground to draw on, or the place of the paper; what was signed already, shown. */
export const SignerField = (props: {
  readonly signer: Signer
  readonly draft: SignatureDraft | undefined
  /** True until the school has signed with the password: afterwards what was signed is read, nothing is drawn. */
  readonly mayChange: boolean
  readonly onDraft: (draft: SignatureDraft | undefined) => void
}) => {
  const { signer, draft, onDraft } = props
  const who = `${signer.role === 'secretary' ? '学校书记' : '检查人'}　${signer.name}`
  if (signer.signature !== null && (draft === undefined || !props.mayChange)) {
    return (
      <li className="signer">
        <header>
          <span className="label">{who}</span>
          {props.mayChange ? (
            <button type="button" className="tap end" onClick={() => onDraft(emptyDraft)}>
              重签
            </button>
          ) : null}
        </header>
        {signer.signature.strokes === null ? (
          <p>
            手签，在{signer.signature.place}
          </p>
        ) : (
          <DrawnSignature strokes={signer.signature.strokes} name={signer.name} />
        )}
        <p className="note">
          <span className="done tick">已签</span>　{instantWords(signer.signature.at)}
        </p>
      </li>
    )
  }
  const now = draft ?? emptyDraft
  if (!props.mayChange) {
    return (
      <li className="signer">
        <header>
          <span className="label">{who}</span>
        </header>
        {!isGiven(now) ? (
          <p className="note">没有在屏上签，也没有记下手签的那份放在哪里</p>
        ) : now.kind === 'drawn' ? (
          <DrawnSignature strokes={now.strokes} name={signer.name} />
        ) : (
          <p>手签，在{now.place}</p>
        )}
      </li>
    )
  }
  return (
    <li className="signer">
      <header>
        <span className="label">{who}</span>
        {now.kind === 'drawn' && now.strokes.length > 0 ? (
          <button type="button" className="tap end" aria-label={`清除${signer.name}的签名`} onClick={() => onDraft(emptyDraft)}>
            清除
          </button>
        ) : null}
      </header>
      {now.kind === 'drawn' ? (
        <SignaturePad label={`${signer.name}在这里签名`} strokes={now.strokes} onStrokes={(strokes) => onDraft({ kind: 'drawn', strokes })} />
      ) : (
        <input
          className="input"
          aria-label={`${signer.name}手签的那份放在哪里`}
          placeholder="手签的那份放在哪里"
          maxLength={120}
          autoFocus
          value={now.place}
          onChange={(event) => onDraft({ kind: 'paper', place: event.target.value })}
        />
      )}
      <button type="button" className="tap start small" onClick={() => onDraft(now.kind === 'drawn' ? { kind: 'paper', place: '' } : emptyDraft)}>
        {now.kind === 'drawn' ? `${signer.name}在纸上签` : '改在屏上签'}
      </button>
    </li>
  )
}
