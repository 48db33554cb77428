/** Said where a page opens with what was left unsaved; one press begins anew. */
export const KeptLine = ({ typing }: { readonly typing: { readonly wasKept: boolean; readonly forget: () => void } }) =>
  typing.wasKept ? (
    <p className="field small" role="status">
      上次没有存的还在这里。
      <button type="button" className="tap" onClick={typing.forget}>
        不要了
      </button>
    </p>
  ) : null
